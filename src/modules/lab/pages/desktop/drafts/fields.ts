/** A control that holds something typed or chosen. */
export type FieldElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const NEVER: ReadonlySet<string> = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image', 'range', 'search'])
/** What groups controls that are sent together. */
const SCOPE = 'form, dialog, fieldset, tr, li, article, section'
/** What tells two forms apart that look alike: the row, the letter, the section they stand in. */
const PLACE = 'form, dialog, fieldset, tr, li, article, section, details'
const MOST_TEXT = 40

/** The controls in an element whose content is kept. Secrets, files and searches never are. */
export function fieldsIn(root: Element): FieldElement[] {
  return [...root.querySelectorAll<FieldElement>('input, textarea, select')].filter(
    field => !NEVER.has(field.type) && field.closest('[data-no-drafts]') === null,
  )
}

/** The nearest group of controls around an element, the view itself at last. */
export function scopeOf(element: Element, view: Element): Element {
  const scope = element.closest(SCOPE)
  return scope !== null && view.contains(scope) ? scope : view
}

export function valueOf(field: FieldElement): string {
  return isTick(field) ? String(field.checked) : field.value
}

function isTick(field: FieldElement): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio'
}

/** Puts a value into a control as if it had been typed, so that the page takes it up. `false`: the control does not take it yet. */
export function typeInto(field: FieldElement, value: string): boolean {
  if (isTick(field)) {
    if (String(field.checked) !== value) field.click()
    return true
  }
  if (field instanceof HTMLSelectElement && ![...field.options].some(option => option.value === value)) return false
  field.value = value
  if (field.value !== value) return false
  // pages read text by `input` and lists by `change`; a `change` of a text is leaving it, which may already be an act
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  return true
}

const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT)

/** Which field it is, by what a person reads around it and by what it held at first; the same after a reload. */
export function markOf(field: FieldElement, view: Element): string {
  const places: string[] = []
  for (let at = field.parentElement?.closest(PLACE); at && view.contains(at) && at !== view; at = at.parentElement?.closest(PLACE))
    places.unshift(nameOf(at))
  return [...places, labelOf(field), field.type, isTick(field) ? field.value : '', clean(valueOf(field))].join('\u001F')
}

function nameOf(place: Element): string {
  const heading = place.matches('tr') ? place.querySelector('th, td') : place.querySelector('h1, h2, h3, h4, legend, summary, strong')
  return clean(place.getAttribute('aria-label') ?? heading?.textContent)
}

function labelOf(field: FieldElement): string {
  const own = field.getAttribute('aria-label') ?? field.getAttribute('name')
  const label = [...(field.labels ?? [])][0]
  // the words of a label, without what stands in its control
  const words = [...(label?.childNodes ?? [])].filter(node => !(node instanceof Element && node.matches('input, textarea, select')))
  return clean(own ?? (words.map(node => node.textContent).join(' ') || field.getAttribute('placeholder') || field.id))
}
