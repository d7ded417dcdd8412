package org.modestcrm.value;

/** Why an answer is refused rather than guessed. The names are stable for programs. */
public enum Refusal {
    /** The log holds nobody. */
    VALUE_NO_CUSTOMERS,
    /** All orders lie after the instant asked for. */
    VALUE_NOTHING_BEFORE_AS_OF,
    /** An order is in another currency and no rate of its day is known. */
    VALUE_CURRENCY_MIXED,
    /** An amount, or a sum of them, is too large to be one. */
    VALUE_AMOUNT_TOO_LARGE,
    /** A day lies outside 1900 to 2199. */
    VALUE_DAY_OUT_OF_RANGE,
    /** Two orders have one number. */
    VALUE_ORDER_TWICE,
    /** There are fewer customers than a fit needs. */
    VALUE_TOO_FEW_CUSTOMERS,
    /** Fewer customers came back than a fit needs. */
    VALUE_TOO_FEW_REPEATERS,
    /** Orders were watched for less than twice the usual time between two of them. */
    VALUE_OBSERVATION_TOO_SHORT,
    /** No start led the fit to a maximum. */
    VALUE_NOT_CONVERGED,
    /** Fewer repeating customers spent anything than a spend model needs. */
    VALUE_TOO_FEW_SPENDERS,
    /** Everybody spends the same: there is no spread to model. */
    VALUE_SPEND_WITHOUT_SPREAD,
    /** The spend model has no mean: a few orders carry nearly everything. */
    VALUE_SPEND_WITHOUT_MEAN,
    /** A snapshot belongs to another model, unit or version. */
    VALUE_SNAPSHOT_FOREIGN
}
