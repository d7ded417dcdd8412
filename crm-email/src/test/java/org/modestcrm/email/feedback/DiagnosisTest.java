package org.modestcrm.email.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisTest {
    /** Replies in the form that the servers named in diagnoses.txt give them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "250 2.0.0 Ok: queued as 1A2B | NONE",
                "550 5.1.1 <a@b.example>: Recipient address rejected: User unknown in local recipient table | NO_SUCH_MAILBOX",
                "550-5.1.1 The email account that you tried to reach does not exist. | NO_SUCH_MAILBOX",
                "553 sorry, no mailbox here by that name (#5.1.1) | NO_SUCH_MAILBOX",
                "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup | NO_SUCH_MAILBOX",
                "5.4.4 Host or domain name not found. Name service error for name=x.example type=A: Host not found | NO_SUCH_DOMAIN",
                "556 5.1.10 Domain has null MX | NO_SUCH_DOMAIN",
                "552 5.2.2 The email account that you tried to reach is over quota | MAILBOX_FULL",
                "452 4.2.2 Mailbox full | MAILBOX_FULL",
                "550 5.2.1 This mailbox has been disabled | MAILBOX_DISABLED",
                "551 5.1.6 The user has moved | MOVED",
                "552 5.3.4 Message size exceeds fixed limit | TOO_LARGE",
                "550 5.7.1 Message rejected as spam by content filtering | SPAM",
                "554 5.7.1 Virus found in attachment | VIRUS",
                "550 5.7.26 This mail is unauthenticated, which poses a security risk: DMARC check failed | AUTHENTICATION",
                "550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus | BLOCKED",
                "550 5.7.25 The IP address sending this message does not have a PTR record | BLOCKED",
                "421 4.7.0 Too many connections from your IP | RATE_LIMITED",
                "450 4.2.0 Greylisted, please try again in 300 seconds | RATE_LIMITED",
                "554 5.7.1 <a@b.example>: Relay access denied | RELAYING_DENIED",
                "553 5.1.8 Domain of sender address orders@shop.example does not exist | SENDER_REFUSED",
                "501 5.1.7 Bad sender | SENDER_REFUSED",
                "4.4.1 connect to mx.example[192.0.2.1]:25: Connection refused | NETWORK",
                "451 4.3.0 Temporary local error | SYSTEM",
                "550 | FILTERED",
                "599 nobody says this | UNKNOWN"
            })
    void words_decide_before_codes(String reply, Reason reason) {
        assertThat(Diagnosis.ofReply(reply).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {
                "SPAM",
                "VIRUS",
                "CONTENT",
                "TOO_LARGE",
                "AUTHENTICATION",
                "BLOCKED",
                "SENDER_REFUSED",
                "POLICY",
                "RELAYING_DENIED",
                "RATE_LIMITED",
                "NETWORK",
                "GAVE_UP",
                "SYSTEM",
                "PROTOCOL",
                "UNKNOWN"
            })
    void what_does_not_speak_of_the_address_is_never_hard(Reason reason) {
        assertThat(reason.isHard()).isFalse();
        assertThat(reason.about()).isNotEqualTo(Reason.About.ADDRESS);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"450 4.1.1 unknown for now, true", "550 5.1.1 unknown, false", "421 busy, true", "550 4.2.1 odd, true"})
    void the_status_says_whether_to_try_again(String reply, boolean temporary) {
        assertThat(Diagnosis.ofReply(reply).isTemporary()).isEqualTo(temporary);
    }

    @Test
    void it_names_no_address() {
        assertThat(Diagnosis.ofReply("550 5.1.1 <alice@example.org> unknown user"))
                .hasToString("NO_SUCH_MAILBOX 5.1.1");
        assertThat(Diagnosis.ofReply("550 " + "x".repeat(5_000)).text()).hasSize(300);
        assertThat(Diagnosis.isReply("nothing listens on a:25")).isFalse();
    }
}
