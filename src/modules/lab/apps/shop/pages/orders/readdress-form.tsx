import { useState } from '../../../../../../ui/hooks.ts'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { type FormProps, Ends } from './ends.tsx'
import { words } from './words.ts'

/** Another address for an order that was not sent. */
export function ReaddressForm(props: FormProps) {
  const { order, ask, onDone } = props
  const { name, phone, region, detail } = order.address
  const [text, setText] = useState({ name, phone, region, detail })
  return (
    <form
      className="lab-form"
      onSubmit={event => {
        event.preventDefault()
        void ask('shop.order.readdress', { order: order.no, address: text }, onDone)
      }}
    >
      <TextField label={words.receiver} maxLength={30} value={text.name} onValue={value => setText({ ...text, name: value })} />
      <TextField label={words.phone} maxLength={20} value={text.phone} onValue={value => setText({ ...text, phone: value })} />
      <TextField label={words.region} maxLength={30} value={text.region} onValue={value => setText({ ...text, region: value })} />
      <TextField label={words.street} wide maxLength={100} value={text.detail} onValue={value => setText({ ...text, detail: value })} />
      <Ends {...props} />
    </form>
  )
}
