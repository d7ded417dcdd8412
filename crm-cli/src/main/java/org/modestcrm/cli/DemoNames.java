package org.modestcrm.cli;

import java.text.Normalizer;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.money.Money;
import org.modestcrm.order.OrderLine;

/** Made-up people, addresses and products for {@link DemoShop}. */
final class DemoNames {
    /** Where the customers of the demo live, and how people are called there. */
    enum Country {
        GB(
                Locale.UK,
                "44",
                "Emma,Oliver,Amelia,Harry,Isla,George,Priya,Jack",
                "Smith,Jones,Taylor,Brown,Patel,Evans",
                "High Street,Mill Lane,Station Road",
                "Leeds,Bristol,York"),
        FR(
                Locale.FRANCE,
                "33",
                "Léa,Hugo,Chloé,Jules,Inès,Théo,Zoé,Noël",
                "Martin,Bernard,Dubois,Lefèvre,de La Tour",
                "rue des Lilas,avenue Foch,place du Marché",
                "Lyon,Nantes,Lille"),
        DE(
                Locale.GERMANY,
                "49",
                "Anna,Jürgen,Lena,Paul,Mia,Jörg,Sofie,Max",
                "Müller,Schmidt,Weiß,von Arnim,Schäfer",
                "Hauptstraße,Gartenweg,Am Markt",
                "Köln,Bremen,Jena"),
        NL(
                Locale.forLanguageTag("nl-NL"),
                "31",
                "Daan,Sanne,Bram,Fleur,Joost,Noor",
                "de Vries,van den Berg,Bakker,Visser",
                "Kerkstraat,Dorpsweg",
                "Utrecht,Delft"),
        ES(
                Locale.forLanguageTag("es-ES"),
                "34",
                "Lucía,Mateo,Sofía,Iñaki,Álvaro,Nuria",
                "García López,Núñez,Martín,Pérez",
                "Calle Mayor,Plaza Nueva",
                "Bilbao,Sevilla"),
        IE(
                Locale.forLanguageTag("en-IE"),
                "353",
                "Aoife,Conor,Saoirse,Liam",
                "O'Brien,Murphy,Kelly",
                "Main Street,Quay Road",
                "Cork,Galway"),
        BE(
                Locale.forLanguageTag("fr-BE"),
                "32",
                "Louise,Arthur,Juliette,Lucas",
                "Peeters,Janssens,Dupont",
                "rue Haute,Grand-Place",
                "Namur,Liège");

        private final Locale locale;
        private final String dialling;
        private final List<String> given;
        private final List<String> family;
        private final List<String> streets;
        private final List<String> cities;

        Country(Locale locale, String dialling, String... lists) {
            this.locale = locale;
            this.dialling = dialling;
            this.given = List.of(lists[0].split(","));
            this.family = List.of(lists[1].split(","));
            this.streets = List.of(lists[2].split(","));
            this.cities = List.of(lists[3].split(","));
        }

        Locale locale() {
            return locale;
        }
    }

    private static final List<Country> BY_WEIGHT = List.of(
            Country.GB,
            Country.GB,
            Country.GB,
            Country.GB,
            Country.GB,
            Country.FR,
            Country.FR,
            Country.DE,
            Country.DE,
            Country.NL,
            Country.ES,
            Country.IE,
            Country.BE);
    private static final List<String> THINGS = List.of(
            "Mug",
            "Lantern",
            "Cushion",
            "Tea towel",
            "Candle",
            "Picture frame",
            "Garden bench",
            "Clock",
            "Tray",
            "Doormat");
    private static final List<String> LOOKS = List.of("blue", "striped", "oak", "vintage", "polka dot", "plain white");

    private final SplittableRandom random;

    DemoNames(SplittableRandom random) {
        this.random = random;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Country country() {
        return any(BY_WEIGHT);
    }

    PersonName person(Country country) {
        return PersonName.of(any(country.given), any(country.family));
    }

    EmailAddress email(PersonName name, int number) {
        String plain = Normalizer.normalize(name.full(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^a-z ]", "")
                .replace(' ', '.');
        return EmailAddress.of(plain + "." + number + "@example.org");
    }

    String phone(Country country) {
        return "+" + country.dialling + (200_000_000 + random.nextInt(700_000_000));
    }

    PostalAddress address(Country country) {
        int house = 1 + random.nextInt(180);
        String street = any(country.streets);
        boolean numberFirst = country == Country.GB || country == Country.IE || country == Country.FR;
        return PostalAddress.builder()
                .line(numberFirst ? house + " " + street : street + " " + house)
                .postcode(Integer.toString(10_000 + random.nextInt(80_000)))
                .city(any(country.cities))
                .country(country.name())
                .build();
    }

    /** One of sixty products; a product always has the same name and price. */
    OrderLine product(int quantity, Currency currency) {
        int thing = random.nextInt(THINGS.size());
        int look = random.nextInt(LOOKS.size());
        String sku = String.format(Locale.ROOT, "P%02d-%d", thing + 1, look + 1);
        String price = (3 + thing * thing + look * 2) + (look % 2 == 0 ? ".95" : ".50");
        return new OrderLine(
                sku, THINGS.get(thing) + ", " + LOOKS.get(look), quantity, Money.of(price, currency.getCurrencyCode()));
    }
}
