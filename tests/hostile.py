# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What somebody hostile, or a broken program, would put into an address: escaped as it travels."""

from __future__ import annotations

from urllib.parse import quote

HOSTILE = (
    "%00", "a%00b", "%FF%FE", "%ED%A0%80", "%E2%80%AE", "%1B%5B2J", "\u2028".encode().hex(), quote("æøå 🎈"),
    quote("' OR 1=1 --"), quote('"; DROP TABLE custody_states; --'), quote("%' UNION SELECT 1"),
    quote("../../../../etc/passwd", safe=""), "..%2F..%2Fetc%2Fpasswd", "%2e%2e/%2e%2e/etc/passwd",
    "-1", "0", "99999999999999999999", "9223372036854775808", "9" * 5000, "1e9", "0x10", "1_0", "NaN", "-0", "%D9%A1",
    "null", "true", "{}", "[]", "%3Cscript%3E", "$%7B7*7%7D", "%25s%25n", "a" * 5000, "%0D%0ASet-Cookie:%20a=b",
    "0000-00-00", "2024-02-30", "9999-12-31", "10-", "5-1", "AAAA", "A", "____", "=", "+", "%",
)  # fmt: skip
