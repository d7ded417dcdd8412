package org.modestcrm.exchange;

/**
 * A message whose manifest is known to be the sender's, for us, and in time.
 *
 * @param manifest read from the signed bytes
 * @param agreement the agreement it names
 * @param sha256 the digest of the manifest as it came
 */
record VerifiedMessage(Manifest manifest, Agreement agreement, String sha256) {
    String partner() {
        return manifest.route().from();
    }

    SharePolicy policy() {
        return agreement.policy(partner(), manifest.purposes());
    }

    Receipt.ReceivedBytes received() {
        return new Receipt.ReceivedBytes(manifest.id(), sha256);
    }
}
