package org.modestcrm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modestcrm.Crm;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.event.Event;

class JdbcStoresTest {
    private static final String URL = "jdbc:h2:mem:jdbcStoresTest";
    private static final Clock NINE = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
    private static final Customer ALICE = Customer.builder(CustomerId.of("c1"))
            .email(EmailAddress.of("alice@example.org"))
            .build();

    private final DataSource source = new EmbeddedH2(URL + ";DB_CLOSE_DELAY=-1");

    @AfterEach
    void drop() throws SQLException {
        run("drop all objects");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Crm crm(JdbcStores jdbc) {
        return Crm.builder().stores(jdbc.stores()).clock(NINE).build();
    }

    @Test
    void what_was_recorded_in_a_file_is_there_when_it_is_opened_again(@TempDir Path folder) {
        try (JdbcStores jdbc = JdbcStores.h2(folder.resolve("crm"))) {
            crm(jdbc).record(ALICE);
        }
        try (JdbcStores jdbc = JdbcStores.h2(folder.resolve("crm"))) {
            assertThat(jdbc.stores().customers().find(ALICE.id())).contains(ALICE);
        }
        assertThat(folder.resolve("crm.mv.db")).exists();
    }

    @Test
    void stores_in_memory_are_apart_by_name() {
        try (JdbcStores one = JdbcStores.h2InMemory("one");
                JdbcStores other = JdbcStores.h2InMemory("other")) {
            crm(one).record(ALICE);

            assertThat(one.stores().customers().find(ALICE.id())).isPresent();
            assertThat(other.stores().customers().find(ALICE.id())).isEmpty();
        }
    }

    @Test
    void a_transaction_of_the_shop_keeps_or_undoes_what_was_recorded_in_it() throws SQLException {
        JdbcStores jdbc = JdbcStores.over(source);
        Crm crm = crm(jdbc);
        List<Event> heard = new ArrayList<>();
        crm.subscribe(Event.CustomerSaved.class, heard::add);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            jdbc.joining(connection, () -> crm.record(ALICE));
            assertThat(heard).isEmpty();
            connection.rollback();
            assertThat(crm.customers().find(ALICE.id())).isEmpty();

            jdbc.joining(connection, () -> crm.record(ALICE));
            connection.commit();
        }
        crm.deliverPending();

        assertThat(crm.customers().find(ALICE.id())).contains(ALICE);
        assertThat(heard).hasSize(1);
    }

    @Test
    void a_connection_that_commits_by_itself_cannot_be_joined() throws SQLException {
        JdbcStores jdbc = JdbcStores.over(source);
        try (Connection connection = source.getConnection()) {
            assertThatThrownBy(() -> jdbc.joining(connection, () -> 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("connection commits by itself (expected: setAutoCommit(false))");
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> jdbc.joining(connection, () -> jdbc.joining(connection, () -> 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the thread is in a unit already (expected: a transaction joined outside of one)");
        }
    }

    @Test
    void nothing_of_a_unit_that_fails_is_kept() {
        JdbcStores jdbc = JdbcStores.over(source);

        assertThatThrownBy(() -> jdbc.stores().transactions().inOne(List.of(ALICE.id()), () -> {
                    jdbc.stores().customers().save(ALICE);
                    throw new IllegalStateException("midway");
                }))
                .hasMessage("midway");

        assertThat(jdbc.stores().customers().find(ALICE.id())).isEmpty();
    }

    @Test
    void schema_and_prefix_are_the_shops_choice() throws SQLException {
        run("create schema shop");
        JdbcStores jdbc = JdbcStores.over(source, "shop", "my_");

        jdbc.stores().customers().save(ALICE);

        run("select payload from shop.my_customer where id = 'c1'");
        assertThat(JdbcStores.over(source, "shop", "my_").stores().customers().find(ALICE.id()))
                .isEqualTo(Optional.of(ALICE));
        assertThatThrownBy(() -> JdbcStores.over(source, "", "x; drop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "prefix: 7 characters (expected: 1 to 30 letters of A to Z, digits and _, the first no digit)");
    }

    @Test
    void tables_of_a_newer_version_or_another_script_are_left_alone() throws SQLException {
        JdbcStores.over(source);
        run("insert into crm_migration (version, script, sha256) values (7, 'V7__new.sql', 'x')");
        assertThatThrownBy(() -> JdbcStores.over(source))
                .isInstanceOf(JdbcException.class)
                .hasMessage("tables crm_* are of version 7 (expected: at most 1; a newer crm-jdbc made them)");

        run("delete from crm_migration where version = 7");
        run("update crm_migration set sha256 = 'x' where version = 1");
        assertThatThrownBy(() -> JdbcStores.over(source))
                .isInstanceOf(JdbcException.class)
                .hasMessage("script V1__first_tables.sql is not the one that made the tables crm_*"
                        + " (expected: the published one)");
    }

    @Test
    void every_script_lies_in_the_jar_for_every_database() {
        for (Dialect dialect : Dialect.values()) {
            for (String script : Migrations.SCRIPTS) {
                assertThat(Migrations.text(dialect.folder() + script))
                        .contains("create table ${schema}${prefix}customer ");
            }
        }
    }

    @Test
    void a_failed_statement_is_told_without_its_values() throws SQLException {
        JdbcStores jdbc = JdbcStores.over(source);
        run("drop table crm_customer_key");

        assertThatThrownBy(() -> jdbc.stores().customers().save(ALICE))
                .isInstanceOfSatisfying(
                        JdbcException.class, e -> assertThat(e.isPassing()).isFalse())
                .hasMessage("statement \"insert into {customer_key} (type, normalised, customer) values (?, ?, ?)\""
                        + " failed with SQLState 42S02 (its cause is what the driver said)");
        assertThat(jdbc.stores().customers().find(ALICE.id())).isEmpty();
    }
}
