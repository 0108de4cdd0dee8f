import type { RefusalCatalogue } from '../../../../../kernel/refusal-catalogue.ts'

/** What one server of a site may answer the other. */
export const pairRefusals: RefusalCatalogue = {
  'peer-not-expected': {
    status: 409,
    zh: '本服务器没有设置对端服务器，未接收。请以启动参数--peer指明对端后重新启动。',
    en: 'No peer is configured at this server; nothing was taken. Start it with --peer.',
  },
  'peer-refused': {
    status: 401,
    zh: '对端凭据不正确，未接收。请核对两台服务器装入的是同一个考点数据包。',
    en: 'This is not the peer of this server; nothing was taken. Check that both hold the same site package.',
  },
  'peer-other-run': {
    status: 409,
    zh: '本服务器已重新启动，请按新的运行编号{run}重发。',
    en: 'This server has been started again; send it anew to run {run}.',
  },
  'peer-replayed': { status: 409, zh: '这条消息已经收到过，未重复处理。', en: 'This message was taken before and is not taken again.' },
  'peer-not-understood': {
    status: 422,
    zh: '对端消息的格式不符，未接收。请核对两台服务器的软件版本。',
    en: 'The message of the peer is not understood. Check that both run the same release.',
  },
  'peer-other-package': {
    status: 409,
    zh: '两台服务器装入的考点数据包不同，不能互备。请装入同一个数据包。',
    en: 'The two servers hold different site packages. Install the same one on both.',
  },
  'peer-same-name': {
    status: 409,
    zh: '两台服务器都名为{name}，不能互备。请以启动参数--name分别设为A和B。',
    en: 'Both servers are called {name}. Name them A and B with --name.',
  },
  'catching-up': {
    status: 503,
    zh: '本服务器正在从另一台服务器补齐数据，请稍候，或改用另一台服务器。',
    en: 'This server is catching up with the other one. Wait, or use the other server.',
  },
}
