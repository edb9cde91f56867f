vcl 4.1;

# A shared cache in front of the service. Needs varnish 7 and varnish-modules (for xkey), and
#
#   varnishd -a :80 -f varnish.vcl -s malloc,256m -p http_gzip_support=off
#
# The service compresses better than Varnish would: its br and gzip bytes are kept as they are, apart, as Vary says.
# Give the service PURGE_URLS=http://<this cache>/ so that it tells of other data; it then lets answers be kept a day.

import std;
import xkey;

backend origin {
    .host = "127.0.0.1";
    .port = "8080";
    .connect_timeout = 1s;
    .first_byte_timeout = 15s;
    .between_bytes_timeout = 15s;
    .probe = {
        .url = "/ready";
        .interval = 2s;
        .timeout = 1s;
        .window = 4;
        .threshold = 2;
        .initial = 2;
    }
}

# Who may purge: the service.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ purgers) {
            return (synth(403, "Only the service purges."));
        }
        if (!req.http.Surrogate-Key) {
            return (synth(400, "Name tags in Surrogate-Key."));
        }
        if (req.http.Soft-Purge == "1") {
            set req.http.X-Purged = xkey.softpurge(req.http.Surrogate-Key);
        } else {
            set req.http.X-Purged = xkey.purge(req.http.Surrogate-Key);
        }
        return (synth(200, "Purged " + req.http.X-Purged));
    }

    # What a key opens is for its bearer alone; what is not a read changes something.
    if ((req.method != "GET" && req.method != "HEAD") || req.http.Authorization || req.http.X-Api-Key) {
        return (pass);
    }
    if (req.url ~ "^/(health|ready|metrics)(\?|$)") {
        return (pass);
    }
    # Server-sent events go on for as long as somebody listens. Clients that take JSON as well ask for a query.
    if (req.http.Accept ~ "(?i)text/event-stream" && req.http.Accept !~ "(?i)json") {
        return (pass);
    }
    unset req.http.Cookie;

    # One variant for all who can take br, one for gzip, one for the rest: Accept-Encoding is written a hundred ways.
    if (req.http.Accept-Encoding ~ "(?i)(^|[, ])br($|[, ;])" && req.http.Accept-Encoding !~ "(?i)br;q=0(\.0*)?($|[, ])") {
        set req.http.Accept-Encoding = "br";
    } else if (req.http.Accept-Encoding ~ "(?i)(^|[, ])(x-)?gzip($|[, ;])" && req.http.Accept-Encoding !~ "(?i)gzip;q=0(\.0*)?($|[, ])") {
        set req.http.Accept-Encoding = "gzip";
    } else if (req.http.Accept-Encoding !~ "(?i)(identity|\*);q=0(\.0*)?($|[, ])") {
        unset req.http.Accept-Encoding;
    }

    # An old answer stands in while a new one is fetched (stale-while-revalidate), for longer while the service fails.
    if (req.restarts == 0) {
        unset req.http.X-Failed;
    }
    if (std.healthy(req.backend_hint) && !req.http.X-Failed) {
        set req.grace = 10m;
    } else {
        set req.grace = 24h;
    }
    return (hash);
}

sub vcl_backend_response {
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        # Given to whoever asked, and not remembered: an old answer may be better.
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        set beresp.keep = 0s;
        return (deliver);
    }
    if (beresp.http.Surrogate-Control ~ "max-age=\d+") {
        set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=(\d+).*$", "\1s"), 0s);
    }
    if (beresp.http.Cache-Control ~ "stale-if-error=\d+") {
        set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, "^.*stale-if-error=(\d+).*$", "\1s"), 0s);
    }
    if (beresp.http.Surrogate-Key) {
        set beresp.http.xkey = beresp.http.Surrogate-Key;
    }
}

sub vcl_backend_error {
    if (bereq.is_bgfetch) {
        return (abandon);
    }
}

sub vcl_deliver {
    # stale-if-error: asked again, with an old answer allowed, where the service has just failed.
    if (resp.status >= 500 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD") && !req.http.Authorization && !req.http.X-Api-Key) {
        set req.http.X-Failed = "1";
        return (restart);
    }
    if (resp.http.X-Cache != "BYPASS") {
        if (obj.hits == 0) {
            set resp.http.X-Cache = "MISS";
        } else if (obj.ttl < 0s) {
            set resp.http.X-Cache = "STALE";
        } else {
            set resp.http.X-Cache = "HIT";
        }
    }
    # What is kept here is purged when it changes: for a browser it is as good as new.
    if (resp.http.Surrogate-Control) {
        set resp.http.Age = "0";
    }
    unset resp.http.Surrogate-Control;
    unset resp.http.CDN-Cache-Control;
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
    unset resp.http.xkey;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}

sub vcl_synth {
    if (req.method == "PURGE") {
        set resp.http.X-Purged = req.http.X-Purged;
    }
}
