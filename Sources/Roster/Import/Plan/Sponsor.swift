/// A sponsoring institution, as far as identifiers need a name for it.
package enum Sponsor {}
