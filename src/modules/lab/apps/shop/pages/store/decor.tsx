import { useState } from '../../../../../../ui/hooks.ts'
import { Mark } from '../../../../pages/parts/facts.tsx'
import type { Block, Office } from '../view.ts'
import { words as shop } from '../words.ts'
import { DecorForm } from './decor-form.tsx'
import { words } from './words.ts'

const DEVICES = ['pc', 'mobile'] as const

/** The home page of the store, block by block. */
export function Decor(props: Office) {
  const { view, ask, busy } = props
  const { blocks, live } = view.store
  const [edited, setEdited] = useState<Block | null>(null)
  return (
    <>
      <section aria-label={words.decor}>
        <div className="shop-line">
          <h2>{words.decor}</h2>
          <span className="lab-buttons">
            {DEVICES.map(device => (
              <button
                type="button"
                className="z-button"
                disabled={busy}
                key={device}
                onClick={() => void ask('shop.decor.publish', { device })}
              >
                {words.devices[device]}
              </button>
            ))}
          </span>
        </div>
        <p className="z-note">{words.decorLead}</p>
        <p>
          {DEVICES.map(
            device =>
              live.some(l => l.device === device) && (
                <Mark kind="done" key={device}>
                  {words.live[device]}　
                </Mark>
              ),
          )}
        </p>
        {blocks.length === 0 && <p className="lab-empty">{words.noBlocks}</p>}
        <ol className="shop-blocks">
          {blocks.map((block, i) => (
            <BlockRow {...props} block={block} at={i} onEdit={() => setEdited(block)} key={block.id} />
          ))}
        </ol>
      </section>
      <DecorForm {...props} block={edited} onDone={() => setEdited(null)} key={edited?.id ?? 'new'} />
    </>
  )
}

type RowProps = Office & { readonly block: Block; readonly at: number; readonly onEdit: () => void }

function BlockRow({ view, block, at, onEdit, ask, busy }: RowProps) {
  const ids = view.store.blocks.map(b => b.id)
  const move = (by: 1 | -1): void => {
    const next = [...ids]
    next.splice(at, 1)
    next.splice(at + by, 0, block.id)
    void ask('shop.decor.move', { ids: next })
  }
  return (
    <li>
      <span className="shop-block" style={{ color: block.color, background: block.background }}>
        {block.text || block.alt || words.kinds[block.kind as keyof typeof words.kinds]}
      </span>
      <span className="z-note">
        {[block.id, words.kinds[block.kind as keyof typeof words.kinds] ?? block.kind, block.image ?? '', block.link ?? '']
          .filter(text => text !== '')
          .join('　')}
      </span>
      <span className="shop-row-acts">
        <button type="button" className="z-link" disabled={busy || at === 0} onClick={() => move(-1)}>
          {shop.up}
        </button>
        <button type="button" className="z-link" disabled={busy || at === ids.length - 1} onClick={() => move(1)}>
          {shop.down}
        </button>
        <button type="button" className="z-link" onClick={onEdit}>
          {shop.edit}
        </button>
      </span>
    </li>
  )
}
