package org.modestcrm.tests.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;

/** A pool whose connections now and then fail before a statement or a commit, in passing or for good. */
final class FailingSource {
    private final DataSource real;
    private final Random random;

    private FailingSource(DataSource real, long seed) {
        this.real = real;
        this.random = new Random(seed);
    }

    static DataSource over(DataSource real, long seed) {
        FailingSource source = new FailingSource(real, seed);
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object answer = call(source.real, method, arguments);
            return answer instanceof Connection connection ? source.failing(connection) : answer;
        });
    }

    private Connection failing(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement") || method.getName().equals("commit")) {
                fail();
            }
            return call(connection, method, arguments);
        });
    }

    private synchronized void fail() throws SQLException {
        int draw = random.nextInt(400);
        if (draw < 4) {
            throw new SQLException("injected", "40001");
        }
        if (draw == 4) {
            throw new SQLException("injected", "XX000");
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
