package org.modestcrm.segment;

import java.util.Collection;
import java.util.List;
import org.modestcrm.segment.RuleProblem.Code;
import org.modestcrm.segment.RuleSyntaxException.Mismatch;
import org.modestcrm.segment.RuleToken.Kind;

/** The tokens of a rule, one after the other, and what to say when another one was expected. For one thread. */
final class TokenStream {
    private final List<RuleToken> tokens;
    private int at;

    TokenStream(List<RuleToken> tokens) {
        this.tokens = tokens;
    }

    RuleToken peek() {
        return peek(0);
    }

    RuleToken peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    RuleToken next() {
        RuleToken token = peek();
        at++;
        return token;
    }

    boolean skipWord(String word) {
        return skip(peek().isWord(word));
    }

    boolean skipSymbol(String symbol) {
        return skip(peek().isSymbol(symbol));
    }

    private boolean skip(boolean present) {
        if (present) {
            at++;
        }
        return present;
    }

    void expectWord(String word) {
        if (!skipWord(word)) {
            throw failure(word, List.of(word));
        }
    }

    void expectSymbol(String symbol) {
        if (!skipSymbol(symbol)) {
            throw failure(symbol, List.of());
        }
    }

    RuleSyntaxException failure(String expected, Collection<String> known) {
        RuleToken token = peek();
        String suggestion = token.kind() == Kind.WORD
                ? Suggestion.nearest(token.text(), known).orElse("")
                : "";
        return new RuleSyntaxException(
                Code.RULE_SYNTAX, token.place(), new Mismatch(token.shown(), expected, suggestion));
    }

    RuleSyntaxException limit(String found, String most) {
        return new RuleSyntaxException(Code.RULE_LIMIT, peek().place(), new Mismatch(found, "at most " + most, ""));
    }
}
