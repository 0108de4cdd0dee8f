import { Form, Input } from 'antd'
import { StateShape } from '../../../../ui/components/mark/state-word.tsx'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { mobileNumber, newPassword } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ruleOf } from './field-check.ts'
import { passwordRules } from './password-rules.ts'

/** Mobile number and a new password, with the rules of the password told as they are met. */
export function AccountFields() {
  const words = useWords(zh, en).register
  const language = useLanguage()
  const form = Form.useFormInstance()
  const password = (Form.useWatch('password', form) as string | undefined) ?? ''
  const same = async (_: unknown, again: unknown) => {
    if (!again) throw new Error(words.needAgain)
    if (again !== form.getFieldValue('password')) throw new Error(words.differs)
  }
  return (
    <>
      <Form.Item name="mobile" label={words.mobile} extra={words.mobileHint} rules={[ruleOf(mobileNumber, words.required, language)]}>
        <Input className="z-number-input" size="large" inputMode="tel" autoComplete="tel-national" />
      </Form.Item>
      <Form.Item
        name="password"
        label={words.password}
        extra={<RuleTicks text={password} />}
        rules={[ruleOf(newPassword, words.required, language)]}
      >
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="again" label={words.again} rules={[{ validator: same }]}>
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
    </>
  )
}

function RuleTicks({ text }: { readonly text: string }) {
  const words = useWords(zh, en).register
  return (
    <span className="z-rule-ticks">
      {passwordRules(text).map(rule => (
        <span key={rule.key} className={rule.met ? 'z-rule-met' : ''}>
          <StateShape tone={rule.met ? 'done' : 'idle'} />
          {fill(words.rules[rule.key], { n: rule.n })}
        </span>
      ))}
    </span>
  )
}
