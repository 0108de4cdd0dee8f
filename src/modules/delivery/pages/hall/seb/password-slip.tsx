import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useWords } from '../../../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type PasswordLine = { readonly name: string; readonly how: string; readonly text: string }

/** Passwords that are shown this once, large enough to be copied by hand, and as a slip of paper. */
export function PasswordSlip({ lines, onClose }: { readonly lines: readonly PasswordLine[]; readonly onClose: () => void }) {
  const words = useWords(zh, en).passwords
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  return (
    <section className="h-passwords h-slip" aria-label={words.title}>
      <p className="h-warn">{words.once}</p>
      <dl role="status">
        {lines.map(({ name, how, text }) => (
          <div key={name}>
            <dt>
              {name}
              <span className="z-note">{how}</span>
            </dt>
            <dd>
              <code>{text}</code>
            </dd>
          </div>
        ))}
      </dl>
      <div className="h-act-foot z-no-print">
        <Button size="large" onClick={() => print()}>
          {words.print}
        </Button>
        <Button ref={close} size="large" type="primary" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </section>
  )
}
