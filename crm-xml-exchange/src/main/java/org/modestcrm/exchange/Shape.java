package org.modestcrm.exchange;

import java.util.ArrayList;
import java.util.List;

/** The attributes an element of ours may have: names in order, the first of them required. */
record Shape(String element, int required, List<String> names) {
    static Shape of(String element, String... required) {
        return new Shape(element, required.length, List.of(required));
    }

    Shape optional(String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return new Shape(element, required, List.copyOf(all));
    }

    int indexOf(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
