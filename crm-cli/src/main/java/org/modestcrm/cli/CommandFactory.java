package org.modestcrm.cli;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the clock it is to go by. */
final class CommandFactory implements IFactory {
    private final Clock clock;

    CommandFactory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(clock));
        }
        if (type == SegmentCommand.class) {
            return type.cast(new SegmentCommand(clock));
        }
        if (type == MailCommand.class) {
            return type.cast(new MailCommand(clock));
        }
        if (type == ExchangeCommand.class) {
            return type.cast(new ExchangeCommand(clock));
        }
        if (type == ExchangeWriteCommand.class) {
            return type.cast(new ExchangeWriteCommand(clock));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
