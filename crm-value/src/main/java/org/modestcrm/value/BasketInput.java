package org.modestcrm.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modestcrm.customer.CustomerId;

/** Orders as rows of product numbers, by customer and time, and for every product the rows that have it. */
final class BasketInput {
    /** One order on its way in; {@code customer} is empty text for nobody known. */
    record Row(String customer, long second, String number, List<String> products) {}

    private final String[] products;
    private final int[][] rows;
    private final int[][] rowsOf;
    private final int[] next;
    private final Map<CustomerId, int[]> byCustomer = new TreeMap<>();

    BasketInput(List<Row> unsorted) {
        List<Row> sorted = new ArrayList<>(unsorted);
        sorted.sort(Comparator.comparing(Row::customer)
                .thenComparingLong(Row::second)
                .thenComparing(Row::number));
        products = sorted.stream()
                .flatMap(row -> row.products().stream())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        rows = new int[sorted.size()][];
        int[] size = new int[products.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = sorted.get(row).products().stream()
                    .mapToInt(product -> Arrays.binarySearch(products, product))
                    .sorted()
                    .distinct()
                    .toArray();
            for (int product : rows[row]) {
                size[product]++;
            }
        }
        rowsOf = new int[products.length][];
        Arrays.setAll(rowsOf, product -> new int[size[product]]);
        for (int row = rows.length - 1; row >= 0; row--) {
            for (int product : rows[row]) {
                rowsOf[product][--size[product]] = row;
            }
        }
        next = new int[rows.length];
        link(sorted);
    }

    private void link(List<Row> sorted) {
        int first = 0;
        for (int row = 0; row < rows.length; row++) {
            String customer = sorted.get(row).customer();
            boolean known = !customer.isEmpty();
            boolean last =
                    row + 1 == rows.length || !sorted.get(row + 1).customer().equals(customer);
            next[row] = known && !last ? row + 1 : -1;
            if (known && last) {
                int from = first;
                int[] all = new int[row + 1 - from];
                Arrays.setAll(all, i -> from + i);
                byCustomer.put(CustomerId.of(customer), all);
            }
            first = last ? row + 1 : first;
        }
    }

    int products() {
        return products.length;
    }

    String product(int product) {
        return products[product];
    }

    int indexOf(String product) {
        return Arrays.binarySearch(products, product);
    }

    int orders() {
        return rows.length;
    }

    int[] row(int row) {
        return rows[row];
    }

    int[] rowsOf(int product) {
        return rowsOf[product];
    }

    /** The customer's next order, -1 when there is none. */
    int next(int row) {
        return next[row];
    }

    int[] rowsOf(CustomerId customer) {
        return byCustomer.getOrDefault(customer, new int[0]);
    }
}
