import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

/** What is refused around packages, the ceremony of their key, and results that come home. */
export const sealingRefusals = {
  'session-not-arranged': {
    status: 409,
    zh: '不能封装：考次{session}尚未编场。请先完成编场。',
    en: 'Nothing was sealed: seats of session {session} are not allocated. Allocate them first.',
  },
  'sealing-running': {
    status: 409,
    zh: '未下达封装：考次{session}正在封装。请等待完成，或先取消。',
    en: 'Nothing was ordered: packages of session {session} are being sealed. Wait until that is done, or cancel it first.',
  },
  'sealing-unknown': {
    status: 404,
    zh: '没有找到这次封装，或不在您的管辖范围内。请从考次页面重新进入。',
    en: 'There is no such sealing, or it is out of your reach. Open it from the session again.',
  },
  'sealing-past': {
    status: 409,
    zh: '未作改动：这次封装已经完成、取消或由另一次运行接替。请刷新后查看。',
    en: 'Nothing was changed: this sealing is done, cancelled or taken over by another run. Reload to see.',
  },
  'sealing-not-to-sign': {
    status: 409,
    zh: '不能签封：这次封装不在待签封状态。请刷新后查看。',
    en: 'No seal was put: this sealing does not wait for seals. Reload to see.',
  },
  'sealing-not-sealed': {
    status: 409,
    zh: '密钥未合成：两位封装人尚未签封完毕。请先完成签封。',
    en: 'The key was not joined: the packages are not sealed by two yet. Finish the seals first.',
  },
  'site-not-ready': {
    status: 422,
    zh: '未下达封装：有考点尚不具备条件，见标出的各项。请先补齐，或暂不选这些考点。',
    en: 'Nothing was ordered: sites are not ready, as marked. Complete what is missing, or leave those sites out.',
  },
  'custodians-number': {
    status: 422,
    zh: '未下达封装：选定了{count}位密钥保管人，需{needed}人合成，人数不合要求（至少2人合成，最多{most}位）。请调整人数。',
    en: 'Nothing was ordered: {count} custodians with {needed} needed is no sound division (at least 2 needed, at most {most} custodians). Change the numbers.',
  },
  'custodian-twice': {
    status: 422,
    zh: '未下达封装：{name}被选了两次，一人只能保管一份。请改选另一位。',
    en: 'Nothing was ordered: {name} was chosen twice and keeps one share only. Choose another person.',
  },
  'custodian-has-rights': {
    status: 422,
    zh: '{name}不能保管密钥份额：持有考点或题库的权限。请改由没有这些权限的人员担任。',
    en: 'Not possible: {name} has rights at a site or in the item bank and keeps no share. Choose somebody without them.',
  },
  'custodian-not-staff': {
    status: 422,
    zh: '{name}不能保管密钥份额：不是工作人员。请改由工作人员担任。',
    en: 'Not possible: {name} is no member of staff and keeps no share. Choose a member of staff.',
  },
  'custodian-without-key': {
    status: 422,
    zh: '未下达封装：选定的密钥保管人中有人尚未登记。请其先在“密钥与口令”页面登记为密钥保管人。',
    en: 'Nothing was ordered: a chosen custodian has not signed up. They have to do so on the page “Keys and pass phrases” first.',
  },
  'custodian-keeps-share': {
    status: 409,
    zh: '未更换：您还有密钥份额待领取，更换后将无法打开。请先领取。',
    en: 'Nothing was replaced: a share still waits for you and could not be opened any more. Take it first.',
  },
  'sealer-assembled': {
    status: 403,
    zh: '不能签封：您下达了本考次的编场组卷或这次封装。请由另外两位封装人签封。',
    en: 'No seal was put: you ordered the forms of this session or this sealing. Two other sealers have to seal it.',
  },
  'sealer-is-custodian': {
    status: 403,
    zh: '不能签封：您保管着这次的密钥份额。请由另外的封装人签封。',
    en: 'No seal was put: you keep a share of this key. Another sealer has to seal it.',
  },
  'sealer-sealed-already': {
    status: 409,
    zh: '未重复签封：您已经签过，还需另一位封装人。请通知另一位封装人。',
    en: 'No second seal was put: you have sealed it already and another person has to. Tell the other sealer.',
  },
  'sealer-without-key': {
    status: 409,
    zh: '不能签封：您还没有封装人密钥。请先在“密钥与口令”页面生成。',
    en: 'No seal was put: you have no key for sealing. Make one on the page “Keys and pass phrases” first.',
  },
  'own-pass-phrase-wrong': {
    status: 403,
    zh: '口令不正确，未作任何改动。请核对后重新输入；忘记口令的，只能重新生成密钥。',
    en: 'The pass phrase is wrong and nothing was done. Check and enter it again; if it is forgotten, only a new key helps.',
  },
  'package-not-sealed': {
    status: 409,
    zh: '试卷包还不能下载：两位封装人尚未签封完毕。请先完成签封。',
    en: 'The package cannot be handed out: it is not sealed by two yet. Finish the seals first.',
  },
  'packages-too-large': {
    status: 409,
    zh: '{count}个试卷包合在一起太大，未下载。请逐个考点下载。',
    en: 'The {count} packages together are too large and were not handed out. Download them site by site.',
  },
  'package-not-for-site': {
    status: 403,
    zh: '未提供：没有这个试卷包，或不属于提出请求的考点。请核对试卷包编号。',
    en: 'Nothing was given: there is no such package, or it belongs to another site. Check its id.',
  },
  'key-joined-too-early': {
    status: 409,
    zh: '还不能合成启封密钥：{from}起方可合成。请各位密钥保管人届时到场。',
    en: 'The key is not joined yet: custodians may join it from {from}. Come back then.',
  },
  'opening-key-too-early': {
    status: 409,
    zh: '还不能取启封密钥：{from}起方可联网取用。请届时再试。',
    en: 'The opening key is not given yet: sites may fetch it from {from}. Try again then.',
  },
  'opening-key-not-joined': {
    status: 409,
    zh: '启封密钥尚未合成，未提供。请等待中心的密钥保管人合成；急需时致电中心。',
    en: 'The opening key is not joined yet and was not given. Wait for the custodians at the centre, or call it when time is short.',
  },
  'share-mistyped': {
    status: 422,
    zh: '第{place}份密钥份额校验不通过，未合成。请该密钥保管人核对第{group}组（0表示不止一处或长度不对），改好后重试。',
    en: 'Share {place} does not check and nothing was joined. Its custodian has to check group {group} (0: more than one place, or the length) and enter it again.',
  },
  'share-wrong': {
    status: 422,
    zh: '第{place}份不是这次封装发出的密钥份额，未合成。请该密钥保管人核对份额卡上的考次和编号，或换一位保管人。',
    en: 'Share {place} is not one that this sealing gave out and nothing was joined. Its custodian has to check the card, or another one comes in.',
  },
  'share-not-yours': {
    status: 404,
    zh: '没有您的密钥份额：您不是这次封装的密钥保管人。请核对考次。',
    en: 'There is no share for you: you are no custodian of this sealing. Check the session.',
  },
  'share-taken': {
    status: 409,
    zh: '密钥份额已经领取，不再显示。请使用当时抄录或打印的份额卡；遗失的，请报告中心。',
    en: 'The share was taken and is not shown again. Use the card written or printed then; if it is lost, tell the centre.',
  },
  'share-not-made': {
    status: 409,
    zh: '密钥份额还不能领取：试卷包尚未签封完毕。请稍后再来。',
    en: 'The share cannot be taken yet: the packages are not sealed. Come back later.',
  },
  'result-of-no-sitting': {
    status: 422,
    zh: '结果包不属于本考次：没有考点{site}的这个场次，未被接收。请核对考次后上传。',
    en: 'The result was not taken: this session has no such sitting of site {site}. Check the session and upload it there.',
  },
  'result-not-taken': {
    status: 404,
    zh: '还没有回执：尚未收到该场次的结果包。请先上传结果包。',
    en: 'There is no receipt: no result of this sitting was taken in. Upload the result first.',
  },
} as const satisfies RefusalCatalogue
