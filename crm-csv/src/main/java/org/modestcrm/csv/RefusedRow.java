package org.modestcrm.csv;

/** Ends the reading of one row; the file goes on. Carries no stack, as a file may hold many. */
final class RefusedRow extends Exception {
    private static final long serialVersionUID = 1;

    private final ReadProblem problem;

    RefusedRow(ReadProblem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    ReadProblem problem() {
        return problem;
    }
}
