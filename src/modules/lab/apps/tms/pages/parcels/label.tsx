import { filled } from '../parts.tsx'
import type { Waybill } from '../view.ts'
import { words } from '../words.ts'
import { code39 } from './code39.ts'

const w = words.parcels

/** The label as it lies on the parcel: carrier, area, code, who gets it and who sent it, masked or not. */
export function Label({ waybill }: { readonly waybill: Waybill }) {
  const { label, weight } = waybill
  if (label === null) return <p className="tms-empty">{w.noLabel}</p>
  const { code, carrier, service, area, to, from, goods } = label
  return (
    <figure className="tms-label" aria-label={`${w.label} ${code}`}>
      <header>
        <strong>{carrier}</strong>
        <span>{service}</span>
      </header>
      <p className="tms-area">{area}</p>
      <BarCode code={code} />
      <dl>
        <dt>{words.make.to}</dt>
        <dd>
          <b>
            {to.name} {to.phone}
          </b>
          {to.region} {to.detail}
        </dd>
        <dt>{words.make.from}</dt>
        <dd>
          {from.name} {from.phone}　{from.region} {from.detail}
        </dd>
      </dl>
      <footer>
        <span>{goods}</span>
        <span>{filled('{n} 克', { n: weight })}</span>
      </footer>
    </figure>
  )
}

function BarCode({ code }: { readonly code: string }) {
  const drawn = code39(code)
  return (
    <div className="tms-code">
      {drawn !== null && (
        <svg viewBox={`0 0 ${drawn.width} 40`} preserveAspectRatio="none" aria-hidden="true">
          {drawn.bars.map(({ x, width }) => (
            <rect x={x} width={width} height="40" key={x} />
          ))}
        </svg>
      )}
      <code>{code}</code>
    </div>
  )
}
