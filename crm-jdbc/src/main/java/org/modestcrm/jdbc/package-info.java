/**
 * The stores of {@link org.modestcrm.Crm} in a database: embedded H2, PostgreSQL or MariaDB. Start at
 * {@link org.modestcrm.jdbc.JdbcStores}.
 */
@NullMarked
package org.modestcrm.jdbc;

import org.jspecify.annotations.NullMarked;
