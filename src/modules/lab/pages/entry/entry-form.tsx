import type { ReactNode } from 'react'

type Props = { readonly label: string; readonly className?: string; readonly onSend: () => void; readonly children: ReactNode }
type Key = { readonly key: string; readonly isComposing?: boolean; readonly keyCode?: number; readonly preventDefault: () => void }

/** A form that Enter sends, as a scanner's Enter does, but not the Enter with which an input method ends its words. */
export function EntryForm({ label, className = 'lab-entries', onSend, children }: Props) {
  return (
    <form
      className={className}
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        onSend()
      }}
      onKeyDown={event => {
        const key = ('nativeEvent' in event ? event.nativeEvent : event) as Key
        if (key.key === 'Enter' && (key.isComposing === true || key.keyCode === 229)) event.preventDefault()
      }}
    >
      {children}
    </form>
  )
}
