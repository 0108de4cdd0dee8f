/** The oldest browsers a bundle must run in; docs/decisions/0023-browser-target.md. */
export const TARGETS = {
  /** Examination rooms and whoever looks something up: machines nobody renews. */
  rooms: ['chrome87', 'edge88', 'firefox78', 'safari14'],
  /** Trainees at their own machines. */
  learners: ['chrome107', 'edge107', 'firefox104', 'safari16'],
  /** Offices and the consoles of a hall, which keep their browsers current. */
  offices: ['chrome122', 'edge122', 'firefox131', 'safari18.4'],
}
