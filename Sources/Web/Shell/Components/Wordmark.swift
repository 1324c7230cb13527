import HTML

/// The product's name, drawn.
enum Wordmark {
  /// The whole name.
  static let full = HTML.constant(
    """
    <svg class="wordmark" viewBox="1 3 150 26" role="img" aria-label="Housestaff"><path d="M4 \
    5.5v21M20 5.5v21M4 19.5l8-7.5 8 7.5"/><path d="M33.6 14a6.2 6.2 0 1 0 .1 0M46.2 14v6.8a5.3 \
    5.3 0 0 0 10.6 0V14v12.5M69.6 15.4c-1-1-2.3-1.5-3.9-1.5-2.2 0-3.8 1.1-3.8 2.9 0 4.2 8.2 2.1 \
    8.2 6.6 0 1.9-1.7 3.1-4.3 3.1-1.9 0-3.5-.7-4.5-1.9M75.6 20.1h12.1a6.1 6.1 0 1 0-1.9 \
    4.5M100 15.4c-1-1-2.3-1.5-3.9-1.5-2.2 0-3.8 1.1-3.8 2.9 0 4.2 8.2 2.1 8.2 6.6 0 1.9-1.7 \
    3.1-4.3 3.1-1.9 0-3.5-.7-4.5-1.9M107.4 8.5v14.3a3.6 3.6 0 0 0 3.6 3.7h.9M104 14h7.9M121 \
    14a6.2 6.2 0 1 0 .1 0M127.2 14v12.5M134.4 26.5V10a4.4 4.4 0 0 1 4.4-4.4M144.2 26.5V10a4.4 \
    4.4 0 0 1 4.4-4.4h.6M131.4 14h16.8"/><circle cx="12" cy="22.6" r="2.5"/></svg>
    """)

  /// The house alone; unlit where nobody is in.
  static func mark(isLit: Bool) -> HTML {
    isLit
      ? .constant(
        """
        <svg class="wordmark" viewBox="1 3 22 26" aria-hidden="true"><path d="M4 5.5v21M20 \
        5.5v21M4 19.5l8-7.5 8 7.5"/><circle cx="12" cy="22.6" r="2.5"/></svg>
        """)
      : .constant(
        """
        <svg class="wordmark unlit" viewBox="1 3 22 26" aria-hidden="true"><path d="M4 5.5v21M20 \
        5.5v21M4 19.5l8-7.5 8 7.5"/><circle cx="12" cy="22.6" r="2.5"/></svg>
        """)
  }
}
