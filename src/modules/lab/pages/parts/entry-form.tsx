import type { ReactNode } from 'react'

type Props = { readonly label: string; readonly className?: string; readonly onSend: () => void; readonly children: ReactNode }

/** A form that Enter sends, as a scanner's Enter does; its fields see to it that an input method's Enter does not. */
export function EntryForm({ label, className = 'lab-form', onSend, children }: Props) {
  return (
    <form
      className={className}
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        onSend()
      }}
    >
      {children}
    </form>
  )
}
