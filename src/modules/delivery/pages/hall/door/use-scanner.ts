import { useEffect } from 'react'

/** A letter or digit as a scanner or a hand types it, outside of any field and without a modifier. */
export function belongsToTicket(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return /^[0-9A-Za-z]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
}

/** Whatever is typed or scanned while the focus is elsewhere goes to the ticket field: the next person is never typed into nothing. */
export function useScanner(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement
      if (at.closest('input, textarea, select, dialog') || !belongsToTicket(event)) return
      field.current?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [field])
}
