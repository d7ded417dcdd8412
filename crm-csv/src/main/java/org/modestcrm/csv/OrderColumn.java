package org.modestcrm.csv;

/** What a row of an order file tells. Each has the column name of the UCI Online Retail set until it is mapped. */
public enum OrderColumn {
    /** The number of the order; rows of one number make one order. */
    ORDER_NUMBER("InvoiceNo"),
    /** The product. */
    SKU("StockCode"),
    /** What the buyer reads of the product; may be empty. */
    DESCRIPTION("Description"),
    /** How many; negative for what goes back. */
    QUANTITY("Quantity"),
    /** When, by the clock of the shop. */
    PLACED_AT("InvoiceDate"),
    /** The price of one. */
    UNIT_PRICE("UnitPrice"),
    /** Who; empty for an anonymous sale. */
    CUSTOMER("CustomerID"),
    /** Where the customer lives: an ISO 3166-1 code or an English name. */
    COUNTRY("Country");

    private final String usualName;

    OrderColumn(String usualName) {
        this.usualName = usualName;
    }

    /**
     * The column's name where none is mapped.
     *
     * @return as in the UCI Online Retail set
     */
    public String usualName() {
        return usualName;
    }
}
