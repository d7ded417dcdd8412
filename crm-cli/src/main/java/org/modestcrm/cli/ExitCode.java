package org.modestcrm.cli;

/** How a command ended, for the shell. */
enum ExitCode {
    DONE(0),
    REFUSED_RECORDS(1),
    WRONG_USE(2),
    CANNOT_READ_OR_WRITE(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
