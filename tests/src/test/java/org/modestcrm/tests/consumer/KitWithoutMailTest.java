package org.modestcrm.tests.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.bytebuddy.ByteBuddy;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.JUnitException;
import org.modestcrm.Crm;
import org.modestcrm.testkit.Fixtures;
import org.opentest4j.AssertionFailedError;
import org.slf4j.Logger;

/** A shop that tests customers, orders and consents needs no mail library, neither to compile nor to run. */
class KitWithoutMailTest {
    private static final List<Class<?>> NEEDED = List.of(
            Crm.class,
            Fixtures.class,
            Assertions.class,
            ByteBuddy.class,
            Test.class,
            JUnitException.class,
            AssertionFailedError.class,
            API.class,
            NullMarked.class,
            Logger.class);

    private static final String SHOP_TEST = """
            package shop;

            import static org.modestcrm.testkit.CrmAssertions.assertThat;
            import static org.modestcrm.testkit.Fixtures.aCustomer;
            import static org.modestcrm.testkit.Fixtures.orders;

            import org.modestcrm.Crm;
            import org.modestcrm.consent.Purpose;
            import org.modestcrm.customer.Channel;
            import org.modestcrm.customer.Customer;
            import org.modestcrm.customer.CustomerStore;
            import org.modestcrm.customer.InMemoryCustomerStore;
            import org.modestcrm.testkit.SettableClock;
            import org.modestcrm.testkit.contract.CustomerStoreContract;

            public class ShopTest extends CustomerStoreContract {
                @Override
                protected CustomerStore emptyStore() {
                    return new InMemoryCustomerStore();
                }

                public static void main(String[] args) {
                    SettableClock clock = SettableClock.at("2026-03-01T09:00Z");
                    Crm crm = Crm.inMemory(clock);
                    Customer alice = aCustomer()
                            .from("FR").consentingTo(Channel.EMAIL, Purpose.NEWSLETTER).recordedIn(crm);
                    assertThat(alice).isFrom("FR");
                    assertThat(orders().of(alice).on("2026-02-01").worth("80.00 EUR").one()).isOf(alice);
                    assertThat(orders().of(alice).one()).isCancelled();
                }
            }
            """;

    @TempDir
    Path folder;

    private static List<Path> jars() {
        return NEEDED.stream().map(KitWithoutMailTest::home).distinct().toList();
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the compiler says, nothing when it is content. */
    private String compile(String... options) throws Exception {
        List<Path> sources = new ArrayList<>();
        sources.add(Files.writeString(folder.resolve("ShopTest.java"), SHOP_TEST));
        if (options[0].equals("--module-path")) {
            sources.add(Files.writeString(
                    folder.resolve("module-info.java"), "module shop { requires org.modestcrm.testkit; }"));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-proc:none", "-d", folder.resolve("classes").toString()));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(said, files, null, all, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.toString();
    }

    private static String path(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void a_shop_compiles_on_the_class_path() throws Exception {
        assertThat(compile("--class-path", path(jars()))).isEmpty();
    }

    @Test
    void a_shop_compiles_on_the_module_path() throws Exception {
        assertThat(compile("--module-path", path(jars()))).isEmpty();
    }

    @Test
    void a_shop_runs_and_a_failure_tells_why() throws Exception {
        compile("--class-path", path(jars()));
        List<URL> urls = new ArrayList<>();
        for (Path jar : Stream.concat(jars().stream(), Stream.of(folder.resolve("classes")))
                .toList()) {
            urls.add(jar.toUri().toURL());
        }

        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> shop = Class.forName("shop.ShopTest", true, loader);

            assertThatThrownBy(() -> shop.getMethod("main", String[].class).invoke(null, (Object) new String[0]))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("Expecting order alice-martin-2026-01-15-1 revision 1\n  to be CANCELLED\nbut found\n"
                            + "  PLACED");
            assertThatThrownBy(() -> Class.forName("jakarta.mail.Session", true, loader))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }
}
