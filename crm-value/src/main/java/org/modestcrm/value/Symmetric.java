package org.modestcrm.value;

/** Eigenvalues and inverse of a small symmetric matrix, by Jacobi rotations. */
final class Symmetric {
    private final int n;
    private final double[][] values;
    private final double[][] vectors;

    Symmetric(double[][] matrix) {
        n = matrix.length;
        values = new double[n][];
        vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            values[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    rotate(i, j);
                }
            }
        }
    }

    private void rotate(int p, int q) {
        if (values[p][q] == 0) {
            return;
        }
        double theta = (values[q][q] - values[p][p]) / (2 * values[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cos = 1 / Math.sqrt(t * t + 1);
        double sin = t * cos;
        for (int i = 0; i < n; i++) {
            double ip = values[i][p];
            double iq = values[i][q];
            values[i][p] = cos * ip - sin * iq;
            values[i][q] = sin * ip + cos * iq;
        }
        for (int i = 0; i < n; i++) {
            double pi = values[p][i];
            double qi = values[q][i];
            values[p][i] = cos * pi - sin * qi;
            values[q][i] = sin * pi + cos * qi;
            double vp = vectors[i][p];
            double vq = vectors[i][q];
            vectors[i][p] = cos * vp - sin * vq;
            vectors[i][q] = sin * vp + cos * vq;
        }
    }

    boolean isPositiveDefinite() {
        for (int i = 0; i < n; i++) {
            if (!(values[i][i] > 0)) {
                return false;
            }
        }
        return true;
    }

    /** The largest eigenvalue over the smallest. */
    double condition() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, values[i][i]);
            most = Math.max(most, values[i][i]);
        }
        return most / least;
    }

    double[][] inverse() {
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int m = 0; m < n; m++) {
                    inverse[i][j] += vectors[i][m] * vectors[j][m] / values[m][m];
                }
            }
        }
        return inverse;
    }
}
