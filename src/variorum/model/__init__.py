"""The nouns of Variorum: frozen records, and the arithmetic that belongs to them.

Nothing here reads files, loads models or knows a step of the flow.
Offsets everywhere are half-open ``[start, end)`` in Unicode code points of ``Report.text``.
"""
