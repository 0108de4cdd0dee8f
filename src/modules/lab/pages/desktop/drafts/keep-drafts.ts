import { type DraftBook, bookOf, bookText, withDrafts, withoutDrafts } from './draft-book.ts'
import { type FieldElement, fieldsIn, markOf, scopeOf, typeInto, valueOf } from './fields.ts'

/** Which world, and which of its laps. */
export type DraftPlace = { readonly worldId: string; readonly lap: number }
export type Keeper = {
  /** A command is given now. What comes back is told whether it was carried out: what its form held is then no longer half typed. */
  readonly acting: () => (done: boolean) => void
  /** Is a form being filled in at this moment? Nothing a page does then is the person's own act. */
  readonly restoring: () => boolean
  readonly forgetAll: () => void
  readonly stop: () => void
}

/** What was used just before a command: a button with the form around it, or a control that acts by itself. */
type Pressed = { readonly by: 'button' | 'control'; readonly of: Element; readonly at: number }

/** A field on the page: its mark, the same without its number among equals, the view it stands in, and what it held at first. */
type Bound = { readonly mark: string; readonly plain: string; readonly view: Element; readonly first: string }

/** A command belongs to the button that was pressed just before it. */
const BELONGS_MS = 2_000
const WRITE_AFTER_MS = 200
const keyOf = ({ worldId }: DraftPlace): string => `zh_lab_drafts:${worldId}`

/**
 * Keeps what is half typed in the views of a desktop, whatever app it belongs to, in the storage of this browser tab: it outlives a reload of
 * the page and goes with the tab, so in a quiz or an exam it never leaves the seat. When the same form appears again it is filled in as if
 * typed. `onWaiting` hears how many values still wait for their form.
 */
export function keepDrafts(desktop: Element, place: DraftPlace, onWaiting: (waiting: number) => void): Keeper {
  const store = openStore(place)
  const forms = openForms(desktop, store, onWaiting)
  const { bound } = forms
  let composing: EventTarget | null = null
  let pressed: Pressed | null = null

  const keep = (field: EventTarget | null): void => {
    const own = bound.get(field as FieldElement)
    if (own === undefined || composing === field) return
    // what was sent once and is changed again is a new draft of its whole form
    const entries = fieldsIn(scopeOf(field as FieldElement, own.view)).flatMap(one => entryOf(one, bound))
    store.keep(Object.fromEntries(entries.filter(([mark]) => !forms.waits(mark) || mark === own.mark)))
  }
  const stopListening = listen(desktop, {
    input: event => keep(event.target),
    change: event => {
      pressed = { by: 'control', of: event.target as Element, at: performance.now() }
      keep(event.target)
    },
    compositionstart: event => void (composing = event.target),
    compositionend: event => {
      composing = null
      keep(event.target)
    },
    submit: event => void (pressed = pressOf(event.target as Element) ?? pressed),
    click: event => void (pressed = pressOf((event.target as Element).closest('button, a, [role=button]')) ?? pressed),
  })
  const observer = new MutationObserver(forms.look)
  observer.observe(desktop, { childList: true, subtree: true })
  forms.begin()
  return {
    restoring: forms.restoring,
    acting: () => {
      const by = pressed
      if (by === null || performance.now() - by.at > BELONGS_MS) return () => {}
      // a control that acts by itself is no draft, whatever comes of it
      if (by.by === 'control') store.forget(marksOf([by.of as FieldElement], bound))
      return done => {
        if (done && by.by === 'button') store.forget(marksOf(fieldsIn(by.of), bound))
      }
    },
    forgetAll: () => {
      store.forget(Object.keys(store.read()))
      forms.stopWaiting()
    },
    stop: () => {
      stopListening()
      observer.disconnect()
      store.write()
    },
  }
}

/** The fields on the page, and the values that wait for theirs. */
function openForms(desktop: Element, store: ReturnType<typeof openStore>, onWaiting: (waiting: number) => void) {
  const bound = new Map<FieldElement, Bound>()
  let waiting: DraftBook = store.read()
  let restoring = false
  const setWaiting = (book: DraftBook): void => {
    waiting = book
    onWaiting(Object.keys(book).length)
  }
  const bind = (): void => {
    for (const view of desktop.querySelectorAll('.lab-view')) bindView(view, bound)
    restoring = true
    const typed = [...bound].find(([field, { mark, first }]) => {
      const draft = waiting[mark]
      return draft !== undefined && valueOf(field) === first && typeInto(field, draft)
    })
    restoring = false
    if (typed === undefined) return
    setWaiting(withoutDrafts(waiting, [typed[1].mark]))
    // one field at a time, as a person would: a page that is told of two at once may draw only the last
    setTimeout(bind)
  }
  const release = (): void => {
    const { gone, away } = lost(bound)
    const kept = Object.entries(store.read()).filter(([mark]) => away.includes(mark))
    store.forget(gone)
    if (kept.length > 0) setWaiting({ ...waiting, ...Object.fromEntries(kept) })
  }
  return {
    bound,
    waits: (mark: string): boolean => waiting[mark] !== undefined,
    restoring: (): boolean => restoring,
    begin: (): void => {
      setWaiting(waiting)
      bind()
    },
    look: (): void => {
      release()
      bind()
    },
    stopWaiting: (): void => setWaiting({}),
  }
}

/** Hears events on their way down, before the page itself does. Returns the way to stop. */
function listen(desktop: Element, hear: Readonly<Record<string, (event: Event) => void>>): () => void {
  for (const [name, each] of Object.entries(hear)) desktop.addEventListener(name, each, true)
  return () => {
    for (const [name, each] of Object.entries(hear)) desktop.removeEventListener(name, each, true)
  }
}

function pressOf(button: Element | null): Pressed | null {
  const view = button?.closest('.lab-view')
  return button && view ? { by: 'button', of: scopeOf(button, view), at: performance.now() } : null
}

function marksOf(fields: readonly FieldElement[], bound: ReadonlyMap<FieldElement, Bound>): string[] {
  return fields.flatMap(field => bound.get(field)?.mark ?? [])
}

/** What left the page: fields that the page let go of, and those that went `away` with their whole view (another persona) and may come back. */
function lost(bound: Map<FieldElement, Bound>): { readonly gone: readonly string[]; readonly away: readonly string[] } {
  const off = [...bound].filter(([field]) => !field.isConnected)
  for (const [field] of off) bound.delete(field)
  const marks = (withView: boolean): string[] => off.filter(([, own]) => own.view.isConnected === withView).map(([, { mark }]) => mark)
  return { gone: marks(true), away: marks(false) }
}

/** Marks of fields that look alike are told apart by their order. */
function bindView(view: Element, bound: Map<FieldElement, Bound>): void {
  const app = view.getAttribute('data-view') ?? ''
  const counts = new Map<string, number>()
  for (const field of fieldsIn(view)) {
    const known = bound.get(field)
    const plain = known?.plain ?? [app, markOf(field, view)].join('\u001F')
    const n = counts.get(plain) ?? 0
    counts.set(plain, n + 1)
    if (known === undefined) bound.set(field, { mark: `${plain}\u001F${n}`, plain, view, first: valueOf(field) })
  }
}

function entryOf(field: FieldElement, bound: ReadonlyMap<FieldElement, Bound>): [string, string | null][] {
  const own = bound.get(field)
  return own === undefined ? [] : [[own.mark, valueOf(field) === own.first ? null : valueOf(field)]]
}

/** The book in the storage of this tab; written a moment after the last change, and at the latest when the page goes. */
function openStore(place: DraftPlace) {
  const key = keyOf(place)
  let book = bookOf(sessionStorage.getItem(key), place.lap)
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = (): void => {
    clearTimeout(timer)
    globalThis.removeEventListener('pagehide', write)
    if (Object.keys(book).length === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, bookText(place.lap, book))
  }
  const change = (next: DraftBook): void => {
    book = next
    clearTimeout(timer)
    timer = setTimeout(write, WRITE_AFTER_MS)
    globalThis.addEventListener('pagehide', write)
  }
  return {
    read: (): DraftBook => book,
    keep: (values: Readonly<Record<string, string | null>>): void => change(withDrafts(book, values)),
    forget: (marks: readonly string[]): void => {
      if (marks.some(mark => book[mark] !== undefined)) change(withoutDrafts(book, marks))
    },
    write,
  }
}
