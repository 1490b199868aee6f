/**
 * The core's ports on a database: an H2 file for one process, PostgreSQL for several.
 *
 * <p>Front doors: {@link dev.certadvisor.store.Database}, which opens and migrates one; {@link
 * dev.certadvisor.store.JdbcLedger}; and {@link dev.certadvisor.store.LeasedLanes}.
 *
 * <p>May use {@code conversation}, {@code delivery} and what their records hold. JDBC, the mapping
 * to JSON and the task library stay in here.
 */
@NullMarked
package dev.certadvisor.store;

import org.jspecify.annotations.NullMarked;
