package org.modestcrm.tests.contract;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * A call of a port that a fault may answer otherwise than the right implementation would.
 *
 * @param faulty what was called: the port with the fault in it
 * @param real the right implementation
 * @param method the method of the port
 * @param args its arguments
 */
record Call(Object faulty, Object real, Method method, Object[] args) {
    /** Answers a call wrongly. */
    interface Fault {
        Object answer(Call call) throws Throwable;
    }

    @SuppressWarnings("unchecked")
    <T> T arg(int place) {
        return (T) args[place];
    }

    /** What the right implementation answers; a method it inherits from the port calls the faulty ones. */
    @SuppressWarnings("unchecked")
    <T> T right() throws Throwable {
        return (T) with(args);
    }

    /** What the right implementation answers to other arguments. */
    Object with(Object... others) throws Throwable {
        if (method.isDefault() && inherited()) {
            return InvocationHandler.invokeDefault(faulty, method, others);
        }
        try {
            return method.invoke(real, others);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private boolean inherited() throws NoSuchMethodException {
        return real.getClass()
                .getMethod(method.getName(), method.getParameterTypes())
                .getDeclaringClass()
                .isInterface();
    }
}
