package org.modestcrm.segment;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that cannot be used, with everything that is wrong with them. */
public class RuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<RuleProblem> problems;

    /**
     * Rules that cannot be used.
     *
     * @param problems one or more
     */
    public RuleException(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return one or more
     */
    public List<RuleProblem> problems() {
        return problems;
    }
}
