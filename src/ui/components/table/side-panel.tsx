import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { fill, useWords } from '../../words.ts'
import { Icon } from '../mark/icon.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type SidePanelProps = {
  readonly open: boolean
  readonly title: ReactNode
  /** The state of the thing, beside its name. */
  readonly state?: ReactNode
  /** Acts on the thing, at the foot of the panel; the primary one last. */
  readonly actions?: ReactNode
  readonly onClose: () => void
  /** Where this row stands among those shown, and the way to its neighbours. */
  readonly place?: {
    readonly n: number
    readonly all: number
    readonly onPrevious?: (() => void) | undefined
    readonly onNext?: (() => void) | undefined
  }
  readonly children: ReactNode
}

/** A row opened beside its table, not in a new world. Escape closes it; focus returns to the row. */
export function SidePanel({ open, title, state, actions, onClose, place, children }: SidePanelProps) {
  const words = useWords(zh, en).panel
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size="min(640px, 100vw)"
      closable={false}
      destroyOnHidden
      rootClassName="z-panel"
      title={
        <div className="z-panel-head">
          <div className="z-panel-title">
            <h2>{title}</h2>
            {state}
          </div>
          {place && (
            <div className="z-panel-place">
              <span className="z-note">{fill(words.place, { n: place.n, all: place.all })}</span>
              <IconButton icon="chevron-left" label={words.previous} onClick={place.onPrevious} />
              <IconButton icon="chevron-right" label={words.next} onClick={place.onNext} />
            </div>
          )}
          <IconButton icon="close" label={words.close} onClick={onClose} />
        </div>
      }
      footer={actions ? <div className="z-panel-actions">{actions}</div> : null}
    >
      <div className="z-stack">{children}</div>
    </Drawer>
  )
}

function IconButton({
  icon,
  label,
  onClick,
}: {
  readonly icon: 'chevron-left' | 'chevron-right' | 'close'
  readonly label: string
  readonly onClick?: (() => void) | undefined
}) {
  return (
    <button type="button" className="z-icon-button" aria-label={label} title={label} disabled={!onClick} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}
