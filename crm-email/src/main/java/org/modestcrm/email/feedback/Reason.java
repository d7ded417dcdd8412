package org.modestcrm.email.feedback;

/** Why a mail did not get through. Each reason says of whom it speaks: the address, the mail, the sender, or the way. */
public enum Reason {
    /** It did get through. */
    NONE(About.NOTHING, false),
    /** Nobody of this name is there. */
    NO_SUCH_MAILBOX(About.ADDRESS, true),
    /** The domain is not there, or takes no mail. */
    NO_SUCH_DOMAIN(About.ADDRESS, true),
    /** The reader has another address now. */
    MOVED(About.ADDRESS, true),
    /** The mailbox is closed for now. */
    MAILBOX_DISABLED(About.ADDRESS, false),
    /** The mailbox is full. */
    MAILBOX_FULL(About.ADDRESS, false),
    /** The server takes mail for this address only from some senders, or filters it for its reader. */
    FILTERED(About.ADDRESS, false),
    /** The mail is too large. */
    TOO_LARGE(About.MAIL, false),
    /** The content looks like spam. */
    SPAM(About.MAIL, false),
    /** The content holds a virus or a forbidden file. */
    VIRUS(About.MAIL, false),
    /** The content or its form is not as the standards say. */
    CONTENT(About.MAIL, false),
    /** SPF, DKIM, DMARC or the login did not pass. */
    AUTHENTICATION(About.SENDER, false),
    /** The sending server is on a list, has a poor reputation, or no name in the DNS. */
    BLOCKED(About.SENDER, false),
    /** The sender's address or domain is not wanted. */
    SENDER_REFUSED(About.SENDER, false),
    /** A rule of the receiving site. */
    POLICY(About.SENDER, false),
    /** The server does not carry mail for this domain. */
    RELAYING_DENIED(About.SENDER, false),
    /** Too many mails or connections in a while; greylisting. */
    RATE_LIMITED(About.SENDER, false),
    /** The server could not be reached. */
    NETWORK(About.WAY, false),
    /** It was tried too long without success. */
    GAVE_UP(About.WAY, false),
    /** The receiving system has a fault, or is full. */
    SYSTEM(About.WAY, false),
    /** The servers did not understand each other. */
    PROTOCOL(About.WAY, false),
    /** The reader marked the mail as spam. */
    COMPLAINT(About.ADDRESS, false),
    /** Nothing we know. */
    UNKNOWN(About.NOTHING, false);

    private final About about;
    private final boolean hard;

    Reason(About about, boolean hard) {
        this.about = about;
        this.hard = hard;
    }

    /** Of whom a reason speaks. */
    public enum About {
        /** Of nobody. */
        NOTHING,
        /** Of the reader's address. */
        ADDRESS,
        /** Of this one mail. */
        MAIL,
        /** Of the sender: the reader has nothing to do with it. */
        SENDER,
        /** Of the way between. */
        WAY
    }

    /**
     * Of whom it speaks.
     *
     * @return never null
     */
    public About about() {
        return about;
    }

    /**
     * Whether the address is gone for good.
     *
     * @return true when another mail would come back too
     */
    public boolean isHard() {
        return hard;
    }
}
