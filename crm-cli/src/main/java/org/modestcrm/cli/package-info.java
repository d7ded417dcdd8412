/**
 * The {@code crm} command: segments, mails and exchange files from the command line, and a demo that does it all.
 *
 * <p>Start at {@link org.modestcrm.cli.CrmCommand}. Exit codes: 0 done, 1 finished with refused records, 2 wrong use, 3
 * cannot read or write.
 */
@NullMarked
package org.modestcrm.cli;

import org.jspecify.annotations.NullMarked;
