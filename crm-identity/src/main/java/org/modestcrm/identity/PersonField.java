package org.modestcrm.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a source may say of a person. The names of columns by which a file says it are those of {@link #aliases()}. */
public enum PersonField {
    /** A form of address such as {@code Mme} or {@code Herr}. */
    TITLE("title", "salutation", "anrede", "civilite", "sex", "gender"),
    /** Given names. */
    GIVEN_NAME("given_name", "first_name", "firstname", "forename", "vorname", "prenom", "voornaam", "nombre", "fname"),
    /** Family names with their particles. */
    FAMILY_NAME(
            "surname", "family_name", "last_name", "lastname", "nachname", "nom", "achternaam", "apellidos", "lname"),
    /** A whole name whose parts are not told apart. */
    FULL_NAME("full_name", "name", "fullname", "customer_name", "nom_complet"),
    /** A firm. */
    COMPANY("company", "firm", "organisation", "organization", "societe", "firma", "bedrijf", "empresa"),
    /** An e-mail address. */
    EMAIL("email", "e_mail", "mail", "email_address"),
    /** A telephone number. */
    PHONE("phone", "telephone", "tel", "mobile", "phone_number", "telefon", "telefono"),
    /** Street, with or without the number of the house. */
    STREET("street", "address", "address_1", "address1", "address_line_1", "street_name", "strasse", "rue", "adresse"),
    /** The number of the house, where it has a field of its own. */
    HOUSE_NUMBER("street_number", "house_number", "housenumber", "hausnummer"),
    /** Building, floor, place name. */
    ADDRESS_EXTRA("address_2", "address2", "address_line_2", "address_extra"),
    /** The postcode. */
    POSTCODE("postcode", "postal_code", "zip", "zip_code", "zipcode", "plz", "code_postal"),
    /** The city. */
    CITY("city", "town", "suburb", "ville", "ort", "plaats", "ciudad", "locality"),
    /** State, province or region. */
    REGION("state", "region", "province", "county"),
    /** The country: an ISO 3166-1 code of two letters. */
    COUNTRY("country", "country_code", "pays", "land"),
    /** The birth date in any usual form. */
    BIRTH_DATE("birth_date", "date_of_birth", "dob", "birthdate", "birthday", "geburtsdatum", "date_naissance");

    private final List<String> aliases;

    PersonField(String... aliases) {
        this.aliases = List.of(aliases);
    }

    /**
     * The names of columns that say this.
     *
     * @return in lower case with underscores
     */
    public List<String> aliases() {
        return aliases;
    }

    /**
     * The field of a column.
     *
     * @param column its name, in any case
     * @return empty when no field goes by that name
     */
    public static Optional<PersonField> ofColumn(String column) {
        String asked = column.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (PersonField field : values()) {
            if (field.aliases.contains(asked)
                    || field.name().toLowerCase(Locale.ROOT).equals(asked)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
