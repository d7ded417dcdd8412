package org.modestcrm.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Puts schema and prefix into statements: {@code {customer}} becomes {@code shop.crm_customer}. Thread-safe. */
final class Names {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,29}");
    private static final Pattern TABLE = Pattern.compile("\\{([a-z_0-9]+)}");

    private final String schema;
    private final String prefix;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    Names(String schema, String prefix) {
        this.schema = schema.isEmpty() ? "" : plain("schema", schema) + ".";
        this.prefix = prefix.isEmpty() ? "" : plain("prefix", prefix);
    }

    private static String plain(String what, String name) {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException(what + ": " + name.length()
                    + " characters (expected: 1 to 30 letters of A to Z, digits and _, the first no digit)");
        }
        return name;
    }

    String of(String table) {
        return schema + prefix + table;
    }

    /** The statement of a template; templates are constants or differ in their number of parameters only. */
    String in(String template) {
        return statements.computeIfAbsent(template, sql -> TABLE.matcher(sql).replaceAll(match -> of(match.group(1))));
    }

    /** A script, in which the places are marked as Flyway does. */
    String inScript(String script) {
        return script.replace("${schema}", schema).replace("${prefix}", prefix);
    }
}
