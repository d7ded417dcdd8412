package org.modestcrm.email;

import java.util.Locale;

/** A colour of the screen (sRGB), and how well it can be read on another (WCAG 2.2, 1.4.3). */
record Colour(int red, int green, int blue) {
    static final Colour WHITE = new Colour(255, 255, 255);
    static final double READABLE = 4.5;

    /** Of {@code #} and six hexadecimal digits. */
    static Colour parse(String what, String text) {
        if (!text.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException(
                    what + ": not a colour (expected: # and six hexadecimal digits, such as #0b6e63)");
        }
        int rgb = Integer.parseInt(text.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    double contrastTo(Colour other) {
        double mine = luminance();
        double others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** The same hue, as bright as it takes to be read on a dark ground: first in full strength, then with white. */
    Colour readableOn(Colour ground, double contrast) {
        Colour brighter = this;
        while (brighter.contrastTo(ground) < contrast && !brighter.equals(WHITE)) {
            brighter = brighter.brighter();
        }
        return brighter;
    }

    private Colour brighter() {
        int strongest = Math.max(red, Math.max(green, blue));
        if (strongest == 0 || strongest == 255) {
            return new Colour(towardsWhite(red), towardsWhite(green), towardsWhite(blue));
        }
        double factor = Math.min(1.1, 255.0 / strongest);
        return new Colour(times(red, factor), times(green, factor), times(blue, factor));
    }

    private static int times(int channel, double factor) {
        return (int) Math.min(255, Math.ceil(channel * factor));
    }

    private static int towardsWhite(int channel) {
        return (int) Math.ceil(channel + (255 - channel) * 0.1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
