package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;

class ExplanationTest {
    private static final EvaluationContext NOW =
            EvaluationContext.at(Instant.parse("2026-03-15T12:00:00Z"), ZoneId.of("Europe/Paris"));
    private static final CustomerId ALICE = CustomerId.of("c-81");

    static CustomerHistory alice() {
        Customer customer = Customer.builder(ALICE)
                .address(PostalAddress.builder()
                        .line("1 rue de la Paix")
                        .city("Lyon")
                        .country("FR")
                        .build())
                .birthDate(BirthDate.of(LocalDate.parse("1980-03-20")))
                .build();
        Consent consent = Consent.builder(ALICE, Channel.EMAIL, Purpose.NEWSLETTER)
                .status(ConsentStatus.GRANTED)
                .at(Instant.parse("2026-01-02T10:00:00Z"))
                .build();
        return new CustomerHistory(
                customer,
                List.of(order("1", "2025-01-10T10:00:00Z", "300.00"), order("2", "2026-01-10T10:00:00Z", "250.50")),
                List.of(),
                List.of(),
                List.of(consent));
    }

    private static Order order(String number, String at, String price) {
        return Order.builder(OrderNumber.of(number), Money.currencyOf("EUR"))
                .customer(ALICE)
                .placedAt(Instant.parse(at))
                .line(new OrderLine("sku-1", "Tea", 1, Money.of(price, "EUR")))
                .build();
    }

    private static Explanation explain(String rule) {
        return Segments.of(
                        CustomerHistory.facts(),
                        Segment.of("vip", "orders(placed IN LAST 365 DAYS).sum(total) >= 200 EUR"),
                        Segment.of("s", rule))
                .at(NOW)
                .explain("s", alice());
    }

    /** Condition => English => French. */
    private static final String SENTENCES = """
            country IN ('FR', 'BE') => country is one of 'FR', 'BE': yes; seen: 'FR' \
            => le pays fait partie de 'FR', 'BE' : oui ; vu : 'FR'
            country NOT IN ('FR') => country is none of 'FR': no; seen: 'FR' => le pays ne fait pas partie de 'FR' : non ; vu : 'FR'
            country = city => country is city: no; seen: 'FR' => le pays est la ville : non ; vu : 'FR'
            country != 'BE' => country is not 'BE': yes; seen: 'FR' => le pays n'est pas 'BE' : oui ; vu : 'FR'
            region = '{0}' => region is '{0}': no, for want of data; not known \
            => la région est '{0}' : non, faute de données ; aucune valeur
            language IS NOT SET => language is not known: yes; not known => la langue n'a pas de valeur : oui ; aucune valeur
            country IS SET => country is known: yes; seen: 'FR' => le pays a une valeur : oui ; vu : 'FR'
            country STARTS WITH 'F' => country starts with 'F': yes; seen: 'FR' => le pays commence par 'F' : oui ; vu : 'FR'
            country NOT STARTS WITH 'F' => country does not start with 'F': no; seen: 'FR' \
            => le pays ne commence pas par 'F' : non ; vu : 'FR'
            country ENDS WITH 'R' => country ends with 'R': yes; seen: 'FR' => le pays finit par 'R' : oui ; vu : 'FR'
            country NOT ENDS WITH 'R' => country does not end with 'R': no; seen: 'FR' \
            => le pays ne finit pas par 'R' : non ; vu : 'FR'
            country CONTAINS 'x' => country contains 'x': no; seen: 'FR' => le pays contient 'x' : non ; vu : 'FR'
            country NOT CONTAINS 'x' => country does not contain 'x': yes; seen: 'FR' \
            => le pays ne contient pas 'x' : oui ; vu : 'FR'
            orders().count > 1.5 => number of orders is above 1.5: yes; seen: 2 => le nombre de commandes dépasse 1,5 : oui ; vu : 2
            orders().count NOT > 1 => number of orders is not above 1: no; seen: 2 \
            => le nombre de commandes ne dépasse pas 1 : non ; vu : 2
            orders().sum(total) < 600 EUR => sum of total over orders is below 600 EUR: yes; seen: 550.5 EUR \
            => la somme du total des commandes vaut moins de 600 EUR : oui ; vu : 550,5 EUR
            orders().avg(discount) <= 0 EUR => average of discount over orders is at most 0 EUR: yes; seen: 0 EUR \
            => la moyenne de la remise des commandes vaut au plus 0 EUR : oui ; vu : 0 EUR
            orders().median(total) >= 275.25 EUR => median of total over orders is at least 275.25 EUR: yes; seen: 275.25 EUR \
            => la médiane du total des commandes vaut au moins 275,25 EUR : oui ; vu : 275,25 EUR
            orders().min(total) BETWEEN 1 EUR AND 2 EUR => smallest total in orders is between 1 EUR and 2 EUR: no; \
            seen: 250.5 EUR => la plus petite valeur du total dans les commandes est entre 1 EUR et 2 EUR : non ; vu : 250,5 EUR
            orders().max(total) NOT BETWEEN 1 EUR AND 2 EUR => greatest total in orders is not between 1 EUR and 2 EUR: yes; \
            seen: 300 EUR => la plus grande valeur du total dans les commandes n'est pas entre 1 EUR et 2 EUR : oui ; vu : 300 EUR
            orders().first(status) = 'PLACED' => first status in orders is 'PLACED': yes; seen: 'PLACED' \
            => la première valeur du statut dans les commandes est 'PLACED' : oui ; vu : 'PLACED'
            lines().distinct(sku) = 1 => number of different values of product in order lines is 1: yes; seen: 1 \
            => le nombre de valeurs différentes du produit dans les lignes de commande est 1 : oui ; vu : 1
            orders().last(placed) < 2026-02-01 => last date in orders is before 2026-02-01: yes; seen: 2026-01-10 11:00 \
            => la dernière valeur de la date dans les commandes est avant le 2026-02-01 : oui ; vu : 2026-01-10 11:00
            orders().last(placed) <= 2026-01-10 => last date in orders is on or before 2026-01-10: yes; \
            seen: 2026-01-10 11:00 \
            => la dernière valeur de la date dans les commandes est le 2026-01-10 ou avant : oui ; vu : 2026-01-10 11:00
            orders().last(placed) > 2026-01-10 => last date in orders is after 2026-01-10: no; seen: 2026-01-10 11:00 \
            => la dernière valeur de la date dans les commandes est après le 2026-01-10 : non ; vu : 2026-01-10 11:00
            orders().last(placed) >= 2026-01-10 => last date in orders is on or after 2026-01-10: yes; \
            seen: 2026-01-10 11:00 \
            => la dernière valeur de la date dans les commandes est le 2026-01-10 ou après : oui ; vu : 2026-01-10 11:00
            orders().last(placed) IN LAST 3 MONTHS => last date in orders is within the last 3 months \
            [2025-12-15 00:00 - 2026-03-15 13:00 Europe/Paris]: yes; seen: 2026-01-10 11:00 \
            => la dernière valeur de la date dans les commandes remonte à moins de 3 mois \
            [2025-12-15 00:00 - 2026-03-15 13:00 Europe/Paris] : oui ; vu : 2026-01-10 11:00
            orders().last(placed) IN NEXT 1 DAY => last date in orders is within the next 1 day \
            [2026-03-15 13:00 - 2026-03-16 23:59 Europe/Paris]: no; seen: 2026-01-10 11:00 \
            => la dernière valeur de la date dans les commandes tombe d'ici 1 jour \
            [2026-03-15 13:00 - 2026-03-16 23:59 Europe/Paris] : non ; vu : 2026-01-10 11:00
            birthday ANNIVERSARY IN NEXT 30 DAYS => birthday has its anniversary within the next 30 days \
            [2026-03-15 13:00 - 2026-04-14 23:59 Europe/Paris]: yes; seen: 1980-03-20 \
            => la date de naissance a son anniversaire d'ici 30 jours [2026-03-15 13:00 - 2026-04-14 23:59 Europe/Paris] : oui \
            ; vu : 1980-03-20
            orders(status = 'PLACED', placed IN LAST 1 YEAR).count = 1 => number of orders (status is 'PLACED' and date is \
            within the last 1 year) is 1 [2025-03-15 00:00 - 2026-03-15 13:00 Europe/Paris]: yes; seen: 1 \
            => le nombre de commandes (le statut est 'PLACED' et la date remonte à moins de 1 an) est 1 \
            [2025-03-15 00:00 - 2026-03-15 13:00 Europe/Paris] : oui ; vu : 1
            CONSENT email FOR newsletter IS GRANTED => consent granted on email for newsletter: yes; seen: granted \
            => consentement donné par email pour newsletter : oui ; vu : donné
            CONSENT sms FOR offers IS WITHDRAWN => consent withdrawn on sms for offers: no, for want of data; not known \
            => consentement retiré par sms pour offers : non, faute de données ; aucune valeur
            IN SEGMENT 'vip' => member of segment vip: yes => membre du segment vip : oui
            NOT IN SEGMENT 'vip' => not a member of segment vip: no => pas membre du segment vip : non
            NOT country = 'FR' => the opposite of: country is 'FR': no => le contraire de : le pays est 'FR' : non
            TRUE => always: yes => toujours : oui
            FALSE => never: no => jamais : non
            country = 'FR' AND TRUE => all of these (2 of 2): yes => toutes ces conditions (2 sur 2) : oui
            country = 'BE' OR FALSE => at least one of these (0 of 2): no => au moins une de ces conditions (0 sur 2) : non
            """;

    static Stream<Arguments> sentences() {
        return SENTENCES.lines().map(line -> line.split(" => ")).map(cells -> Arguments.of((Object[]) cells));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void a_verdict_is_said_in_english_and_in_french(String rule, String english, String french) {
        Explanation explanation = explain(rule);

        assertThat(explanation.sentence(Locale.UK)).isEqualTo(english);
        assertThat(explanation.sentence(Locale.CANADA_FRENCH)).isEqualTo(french);
    }

    @Test
    void every_condition_has_its_line_under_what_it_is_part_of() {
        Explanation explanation = explain("country = 'FR' AND (NOT IN SEGMENT 'vip' OR region = 'x')");

        assertThat(explanation.lines(Locale.ENGLISH))
                .containsExactly(
                        "[ ] all of these (1 of 2): no, for want of data",
                        "    [x] country is 'FR': yes; seen: 'FR'",
                        "    [ ] at least one of these (0 of 2): no, for want of data",
                        "        [ ] not a member of segment vip: no",
                        "            [x] member of segment vip: yes",
                        "                [x] sum of total over orders (date is within the last 365 days) is at least"
                                + " 200 EUR [2025-03-15 00:00 - 2026-03-15 13:00 Europe/Paris]: yes; seen: 250.5 EUR",
                        "        [ ] region is 'x': no, for want of data; not known");
    }

    @Test
    void an_explanation_is_data_as_well() {
        Explanation explanation = explain("orders(placed IN LAST 90 DAYS).count = 1 AND region != 'x'");
        Explanation count = explanation.parts().get(0);
        Explanation region = explanation.parts().get(1);

        assertThat(explanation.holds()).isTrue();
        assertThat(explanation.decidedByMissingData()).isTrue();
        assertThat(count.window()).contains("2025-12-15 00:00 - 2026-03-15 13:00 Europe/Paris");
        assertThat(count.changesAt()).contains(Instant.parse("2026-04-10T22:00:00Z"));
        assertThat(count.seen(Locale.ENGLISH)).contains("1");
        assertThat(region.seen(Locale.ENGLISH)).isEmpty();
        assertThat(region.changesAt()).isEmpty();
        assertThat(region.decidedByMissingData()).isTrue();
    }

    @Test
    void values_seen_stay_out_of_logs() {
        assertThat(explain("country = 'FR' OR city = 'Paris'")).hasToString("country = 'FR' OR city = 'Paris': yes");
    }
}
