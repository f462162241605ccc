# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

# read.pl FILE...: what Data::ICal reads, one JSON object a line. It knows no instants: times are told as written, "TZID=Europe/Berlin 20261201T100000".

use strict;
use warnings;
use Data::ICal;
use JSON::PP;

my $json = JSON::PP->new->utf8->canonical;

sub value {
    my ($entry, $name) = @_;
    my $properties = $entry->property($name) or return undef;
    return $properties->[0]->value;
}

sub time_of {
    my ($entry, $name) = @_;
    my $zone = $entry->property($name)->[0]->parameters->{TZID};
    return (defined $zone ? "TZID=$zone " : '') . value($entry, $name);
}

for my $file (@ARGV) {
    my $calendar = Data::ICal->new(filename => $file);
    die $calendar->error_message unless $calendar->isa('Data::ICal');
    my ($event) = grep { $_->ical_entry_type eq 'VEVENT' } @{ $calendar->entries };
    print $json->encode({
        method => value($calendar, 'method'),
        uid => value($event, 'uid'),
        sequence => value($event, 'sequence') + 0,
        start => time_of($event, 'dtstart'),
        end => time_of($event, 'dtend'),
        url => value($event, 'url'),
        attendees => scalar @{ $event->property('attendee') },
    }), "\n";
}
