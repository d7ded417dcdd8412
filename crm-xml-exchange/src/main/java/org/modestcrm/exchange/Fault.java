package org.modestcrm.exchange;

/** Ends the reading of a record, or of the document when its code is fatal. Carries no stack, as a file may hold many. */
final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ExchangeProblem problem;

    Fault(ExchangeProblem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    ExchangeProblem problem() {
        return problem;
    }

    boolean isFatal() {
        return problem.code().severity() == ProblemCode.Severity.FATAL;
    }
}
