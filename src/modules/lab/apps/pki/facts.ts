import type { FactDef } from '../../core/app/lab-app.ts'
import { type PkiSlice, parts } from './slice.ts'

/** What a rubric may ask of the authority. */
export const pkiFacts: Readonly<Record<string, FactDef<PkiSlice>>> = {
  cert: parts.fact({
    zh: '证书',
    fields: {
      serial: { zh: '序列号', type: 'text' },
      id: { zh: '目录名', type: 'text' },
      name: { zh: '主体', type: 'text' },
      org: { zh: '单位', type: 'text' },
      email: { zh: '邮箱', type: 'text' },
      usage: { zh: '用途', type: 'list' },
      status: { zh: '状态', type: 'text' },
      holder: { zh: '持有人', type: 'text' },
      chain: { zh: '链完整', type: 'yes' },
      store: { zh: '存放', type: 'text' },
      fingerprint: { zh: '指纹', type: 'text' },
    },
    rows: s =>
      s.certs.map(({ serial, id, subject, usage, status, holder, issuer, store, fingerprint, seq }) => {
        const { name, org, email } = subject
        return {
          serial,
          id,
          name,
          org,
          email,
          usage: [...usage],
          status,
          holder,
          chain: issuer === s.issuing?.serial,
          store,
          fingerprint,
          seq,
        }
      }),
  }),
  application: parts.fact({
    zh: '证书申请',
    fields: {
      no: { zh: '编号', type: 'text' },
      persona: { zh: '申请人', type: 'text' },
      profile: { zh: '种类', type: 'text' },
      name: { zh: '姓名', type: 'text' },
      org: { zh: '单位', type: 'text' },
      email: { zh: '邮箱', type: 'text' },
      idNo: { zh: '证件号码', type: 'text' },
      docs: { zh: '材料', type: 'list' },
      state: { zh: '状态', type: 'text' },
      reason: { zh: '审核意见', type: 'prose' },
      returns: { zh: '退回次数', type: 'number' },
      code: { zh: '提取码', type: 'text' },
      request: { zh: '证书请求', type: 'prose' },
    },
    rows: s =>
      s.applications.map(({ no, persona, profile, subject, idNo, docs, state, reason, returns, pickupCode, request, seq }) => {
        const { name, org, email } = subject
        return {
          no,
          persona,
          profile,
          name,
          org,
          email,
          idNo,
          docs: [...docs],
          state,
          reason,
          returns,
          code: pickupCode.hidden,
          request,
          seq,
        }
      }),
  }),
  export: parts.fact({
    zh: '导出的证书',
    fields: {
      serial: { zh: '序列号', type: 'text' },
      withKey: { zh: '含私钥', type: 'yes' },
      strength: { zh: '口令强度', type: 'number' },
      folder: { zh: '文件夹', type: 'text' },
      name: { zh: '文件名', type: 'text' },
    },
    rows: s => s.exports.map(({ serial, withKey, strength, folder, name, seq }) => ({ serial, withKey, strength, folder, name, seq })),
  }),
  trust: parts.fact({
    zh: '信任的根证书',
    fields: { persona: { zh: '身份', type: 'text' }, compared: { zh: '核对过指纹', type: 'yes' } },
    rows: s => Object.entries(s.trust).map(([persona, { compared, seq }]) => ({ persona, compared, seq })),
  }),
  list: parts.fact({
    zh: '下载的吊销列表',
    fields: { persona: { zh: '身份', type: 'text' }, number: { zh: '编号', type: 'number' }, until: { zh: '有效至', type: 'time' } },
    rows: s => s.lists.map(({ persona, number, until, seq }) => ({ persona, number, until, seq })),
  }),
  signed: parts.fact({
    zh: '签署的文件',
    fields: {
      doc: { zh: '文件', type: 'text' },
      serial: { zh: '证书', type: 'text' },
      status: { zh: '签署时证书状态', type: 'text' },
      sealed: { zh: '印章位置', type: 'text' },
    },
    rows: s => s.signed.map(({ doc, serial, status, sealed, seq }) => ({ doc, serial, status, sealed, seq })),
  }),
  verdict: parts.fact({
    zh: '验证结论',
    fields: { doc: { zh: '文件', type: 'text' }, verdict: { zh: '结论', type: 'text' }, right: { zh: '结论正确', type: 'yes' } },
    rows: s => s.verdicts.map(({ doc, verdict, rightCall, seq }) => ({ doc, verdict, right: rightCall.hidden, seq })),
  }),
  key: parts.fact({
    zh: '密钥',
    fields: { id: { zh: '编号', type: 'text' }, persona: { zh: '身份', type: 'text' }, store: { zh: '存放', type: 'text' } },
    rows: s => s.keys.map(({ id, persona, store, seq }) => ({ id, persona, store, seq })),
  }),
}
