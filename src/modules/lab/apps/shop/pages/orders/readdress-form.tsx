import { useState } from '../../../../../../ui/hooks.ts'
import { TextField } from '../../../../pages/trade/fields.tsx'
import { Ends, type FormProps } from './ends.tsx'
import { words } from './words.ts'

/** Another address for an order that was not sent. */
export function ReaddressForm(props: FormProps) {
  const { order, ask, onDone } = props
  const { name, phone, region, detail } = order.address
  const [text, setText] = useState({ name, phone, region, detail })
  return (
    <form
      className="trade-form"
      onSubmit={event => {
        event.preventDefault()
        void ask('shop.order.readdress', { order: order.no, address: text }, onDone)
      }}
    >
      <TextField label={words.receiver} max={30} value={text.name} onChange={value => setText({ ...text, name: value })} />
      <TextField label={words.phone} max={20} value={text.phone} onChange={value => setText({ ...text, phone: value })} />
      <TextField label={words.region} max={30} value={text.region} onChange={value => setText({ ...text, region: value })} />
      <TextField label={words.street} wide max={100} value={text.detail} onChange={value => setText({ ...text, detail: value })} />
      <Ends {...props} />
    </form>
  )
}
