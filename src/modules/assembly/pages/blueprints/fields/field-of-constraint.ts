/**
 * The field of a blueprint that states a constraint, as a path such as `types.ordering.marks`; null where a run states it, not the
 * blueprint. Areas are counted from 1 among those that have marks, as the constraints of a run count them.
 */
export function fieldOfConstraint(constraintId: string): string | null {
  const [kind = '', of = ''] = constraintId.split(/:(.*)/s)
  if (kind === 'seen') return null
  return FIELDS[kind]?.(of) ?? kind
}

const FIELDS: Readonly<Record<string, (of: string) => string>> = {
  area: of => `areas.${of}`,
  'type-items': of => `types.${of}.items`,
  'type-marks': of => `types.${of}.marks`,
  importance: of => `importance.${of}`,
  information: of => `information.${of}`,
  stimuli: () => 'stimuli.count',
  'stimulus-items': () => 'stimuli.itemsOfEach',
  'lower-levels': () => 'lowerLevels',
  list: of => `lists.${of}`,
  exposure: () => 'exposure.most',
  rest: () => 'exposure.restDays',
  'between-forms': () => 'overlap.betweenForms',
  recent: () => 'overlap.withRecent',
}

/** The place of a constraint in the address of the blueprint's page, after `#`; empty where it has none. */
export function hashOfConstraint(constraintId: string): string {
  const field = fieldOfConstraint(constraintId)
  return field === null ? '' : `#${encodeURIComponent(field)}`
}

/** The field an address asks for; null when it asks for none. */
export function fieldInHash(hash: string): string | null {
  if (hash.length < 2) return null
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return null
  }
}
