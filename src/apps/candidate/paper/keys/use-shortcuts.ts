import { useEffect } from '../../../../ui/hooks.ts'
import { commandOf } from './keyboard.ts'
import type { Exam } from '../../engine/exam.ts'

const FIELDS = 'textarea, select, summary, input:not([type=radio]):not([type=checkbox]), [contenteditable=true]'

type How = {
  readonly on: boolean
  /** Off, only the help opens by its key: whoever speaks to the machine or holds a key by mistake must not answer with it. */
  readonly letters: boolean
  readonly open: (what: 'help' | 'calculator') => void
}

/** Keys that work the paper. Options are found on the page by their place, so that every item type answers alike. */
export function useShortcuts(exam: Exam, { on, letters, open }: How): void {
  useEffect(() => {
    if (!on) return undefined
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const command = commandOf({
        key: event.key,
        ctrlKey: event.ctrlKey,
        altKey: event.altKey,
        metaKey: event.metaKey,
        // 229 is what browsers send while an input method composes, even where isComposing is missing
        isComposing: event.isComposing || event.keyCode === 229,
        inField: Boolean(target?.closest(FIELDS)),
      })
      const { phase } = exam.state()
      if (command === null || phase.kind !== 'paper' || (!letters && (command.kind !== 'open' || command.what !== 'help'))) return
      if (command.kind === 'open') {
        event.preventDefault()
        return open(command.what)
      }
      const item = phase.sheet.items[phase.sheet.at]
      event.preventDefault()
      if (command.kind === 'previous') exam.goTo(phase.sheet.at - 1)
      else if (command.kind === 'next') exam.goTo(phase.sheet.at + 1)
      else if (command.kind === 'mark' && item)
        exam.change({ kind: 'mark', itemId: item.itemId, value: !phase.sheet.marks.has(item.itemId) })
      else if (command.kind === 'option' && item) optionAt(item.itemId, command.place, target)?.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [exam, on, letters, open])
}

/** Where an item has parts, the one that has the focus is meant; without one there, the first. */
function optionAt(itemId: string, place: number, target: Element | null): HTMLInputElement | null {
  const card = document.querySelector(`[data-item="${itemId}"]`)
  const part = target?.closest('[data-part]')
  const within = part && card?.contains(part) ? part : card
  return within?.querySelector<HTMLInputElement>(`input[data-option="${place}"]`) ?? null
}
