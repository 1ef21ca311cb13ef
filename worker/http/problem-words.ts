/** Every `code` a caller can meet, in words that say what to do next. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { OrderRefusal, Refusal, SpotCheckRefusal } from '../../core/index.ts';

/** What the door itself refuses, before any rule is asked. */
export type DoorCode =
  | 'unauthenticated'
  | 'wrong_credentials'
  | 'wrong_code'
  | 'origin_not_allowed'
  | 'not_found'
  | 'taken_down'
  | 'bad_request'
  | 'too_large'
  | 'idempotency_key_missing'
  | 'idempotency_mismatch'
  | 'challenge_invalid'
  | 'challenge_expired'
  | 'challenge_spent'
  | 'contact_required'
  | 'tenant_suspended'
  | 'too_many_requests'
  | 'too_many_webhooks'
  | 'too_many_departments'
  | 'nothing_to_merge'
  | 'letters_moved'
  | 'deputies_overlap'
  | 'not_an_officer'
  | 'days_passed'
  | 'password_too_common'
  | 'already_member'
  | 'invitation_over'
  | 'too_many_templates'
  | 'placeholder_left'
  | 'webhook_disabled'
  | 'conflict'
  | 'letter_changed'
  | 'filter_name_taken'
  | 'too_many_filters'
  | 'changed_meanwhile'
  | 'already_done'
  | 'name_taken'
  | 'file_type'
  | 'file_too_large'
  | 'file_too_small'
  | 'file_incomplete'
  | 'image_too_large'
  | 'pdf_active'
  | 'pdf_encrypted'
  | 'scan_refused'
  | 'scan_unavailable'
  | 'part_size'
  | 'personal_data'
  | 'file_gone'
  | 'file_used'
  | 'unknown_tenant'
  | 'preview_too_large'
  | 'bulletin_unfinished'
  | 'internal';

export type ProblemCode = DoorCode | Refusal | OrderRefusal | SpotCheckRefusal;

type Words = Record<ProblemCode, string>;

const zh: Words = {
  unauthenticated: '请先登录。',
  wrong_credentials: '邮箱或密码不对，请再试一次；忘记密码请联系网站主管。',
  wrong_code: '验证码不对或已过期，请看验证器上最新的六位数字再试一次。',
  origin_not_allowed: '这个网站没有登记为接入网站。请网站主管在工作台的“接入”页登记它的网址。',
  not_found: '没有找到。请核对信件编号、查询码或网址。',
  taken_down: '这封信公开后又撤下了。来信人仍可凭查询码查看。',
  bad_request: '有几处需要改一改，改好后再提交。',
  too_large: '内容太大，请精简后再提交。',
  idempotency_key_missing: '请求缺少 Idempotency-Key 请求头（至少 128 位随机数）。',
  idempotency_mismatch: '这个提交编号已经用于另一封信。请刷新页面后重新提交。',
  challenge_invalid: '安全验证没有通过，请重新提交一次。',
  challenge_expired: '安全验证已过期，请重新提交一次。',
  challenge_spent: '这次安全验证已经用过，请重新提交一次。',
  tenant_suspended: '这个单位暂时不接收新来信。您写的内容还在；可以先改用电话联系，或过些时候再寄。',
  contact_required: '这个单位需要您留下一种联系方式，以便告知办理结果。',
  too_many_requests: '操作太频繁，请稍等片刻再试。您写的内容还在。',
  too_many_webhooks: '一个单位最多登记 10 个推送地址。请先删去不用的。',
  too_many_departments: '一个单位最多有 200 个承办单位。',
  too_many_templates: '一个单位最多保存 300 条常用语。请先删去不用的。',
  placeholder_left: '答复里还有“【待填】”没有填。请填好，或者删去，再送出。',
  nothing_to_merge: '请至少选一个要并入的承办单位，它不能就是并入后的那一个。',
  letters_moved: '选中的信里有的已经不在这个单位手里。请刷新后再选。',
  deputies_overlap: '这几天已经安排了代理人。请先结束原来的安排，或改选别的日期。',
  not_an_officer: '代理人和被代理的人都要是本单位在岗的经办人。',
  days_passed: '结束日期已经过去，或早于开始日期。请重新选择。',
  password_too_common:
    '这个密码太容易被猜到。请换一个：不要用常见的词、连续的数字，也不要用自己的名字或邮箱。',
  already_member: '这个人已经有这个角色了。要改部门，请在成员列表里改。',
  invitation_over: '这个链接用不了了：可能已经用过、过了七天，或者换了新的。请向邀请您的人要一个新链接。',
  webhook_disabled: '这个推送地址已停用或删除。请先启用它，再重新推送。',
  conflict: '这封信刚刚有了新的变化。请重新打开后再操作，您写的内容还在。',
  letter_changed: '您打开之后，这封信有了新的变化，所以这一步没有办。请先看看变了什么；您写的内容还在。',
  filter_name_taken: '您已经有一个同名的筛选，请换一个名称。',
  too_many_filters: '每人最多保存 20 个筛选。请先删去不用的。',
  changed_meanwhile: '刚刚有人改过这里。请刷新后再操作，您写的内容还在。',
  already_done: '您已经做过这一步了。',
  name_taken: '这个名称或编号前缀已被使用，请换一个。',
  spot_check_gathering: '名单还在汇总，稍后就好。名单定了，数值公布以后才能抽取。',
  spot_check_lapsed: '名单定下来时，约定的数值已经公布，这一次不能再抽。请另开一次，把公布时间定晚一些。',
  spot_check_empty: '这段时间里没有已答复的信件，没有可抽的。请另开一次，换一个范围或时间。',
  value_not_known_yet: '约定的数值还没有到公布的时间。公布以后再来填写。',
  already_drawn: '这一次已经抽取过了，不能再抽。请刷新后查看。',
  not_drawn: '样本还没有抽取，还不能评阅。',
  not_a_reviewer: '只有这次抽查的两位评阅人可以评阅。',
  scoring_over: '两位评阅人都已评完，评分不能再改。',
  scoring_unfinished: '两位评阅人还没有都评完。评完以后再来。',
  internal: '系统出了点问题，没有完成。请稍后再试；如仍不行，请告诉我们下面的请求编号。',
  forbidden: '您的角色不能执行这个操作，请联系网站主管。',
  not_yours: '没有找到。请核对信件编号。',
  wrong_status: '信件目前的状态不能这样操作。请刷新后查看最新状态。',
  unknown_department: '没有这个承办单位，请重新选择。',
  same_department: '信件已经在这个承办单位，请选择另一个。',
  same_tenant: '信件已经在这个单位，请选择另一个。',
  handed_over: '这封信已转给别的单位办理，这里只能查看。',
  transfer_first: '这封信还可以转办，请用“转办”转给别的单位。',
  unknown_tenant: '没有找到这个单位。请重新搜索，从列表中选择。',
  already_accepted: '这封信已经受理了。',
  ask_first: '以“补充后仍无法办理”为由不予受理前，要先请来信人补充说明。',
  too_many_transfers: '这封信已转办两次，再要变更只能由网站主管指派。',
  forced_assignment: '这封信由网站主管指定办理，不能再转出或提出异议。',
  objection_too_late: '提出异议的期限（收到后 5 个工作日）已过。',
  already_objected: '已经提出过异议，请等网站主管决定。',
  outcome_missing: '正式答复要写明办理结果。',
  promise_date_missing: '列入计划的事项要写明兑现日期。',
  promise_date_past: '兑现日期要在今天之后。',
  reply_pending: '已有一份答复在等待审核。',
  no_draft: '没有等待审核的答复。',
  own_draft: '答复要由另一位同事审核，不能自己审核。',
  already_extended: '这封信已经延期一次，不能再延。',
  extension_too_long: '延期最多 15 个工作日。',
  deadline_passed: '办理期限已过，不能再延期。请尽快答复，并说明迟复的原因。',
  no_consent: '来信人没有同意公开这封信。',
  nothing_to_publish: '正式答复或不予受理之后才能公开。',
  not_published: '这封信没有公开。',
  already_published: '这封信已经公开；如要撤下请用“撤下”。',
  no_promise: '这封信没有待兑现的计划。',
  not_reopened: '这封信没有因不满意而重办。',
  already_contacted: '已经记录过与来信人的联系。',
  already_rated: '这次答复您已经评价过了，评价不能修改。',
  not_rateable: '目前不能评价：要在收到正式答复后、办结前评价。',
  already_replied: '信件已经答复，这一步不能再办。请刷新后查看答复。',
  merge_target: '不能并入这封信：它不存在、是同一封，或已撤回、不予受理。',
  has_merged: '已有别的信并入这封信，不能再把它并到另一封。请把那些信直接并到同一封。',
  waited_enough: '这一轮已经等过来信人 10 个工作日，不能再停表。请按已知情况答复。',
  unchanged: '已经是这样了，没有变化。',
  already_erased: '信件内容已经删除。',
  still_open: '信件还在办理，办结后才能删除内容。',
  file_type: '只能添加照片（JPEG、PNG、WebP）和 PDF 文件。请换成其中一种，或者拍成照片再添加。',
  file_too_large: '这个文件超过 10 MB。请换一张小一些的照片，或者把文件分开添加。',
  file_too_small: '这个文件几乎是空的，可能没有保存好。请打开看看，再重新选择。',
  file_incomplete: '文件没有传完整，或者本身已损坏。请再传一次；如仍不行，请换一份或拍成照片。',
  image_too_large: '这张图片尺寸太大（每边最多 12,000 像素）。请缩小后再添加。',
  pdf_active:
    '这个 PDF 带有脚本、表单或其他会自动运行的内容，不能添加。请用“打印为 PDF”另存一份，或者拍成照片。',
  pdf_encrypted: '这个 PDF 有密码或使用限制，承办单位打不开。请取消密码另存一份，或者拍成照片。',
  scan_refused: '安全检查发现这个文件可能带有病毒，没有收下。请换一份，或者拍成照片。',
  scan_unavailable: '安全检查暂时没有回应。文件已经传好，请稍后再试；也可以先提交文字，以后再补充文件。',
  part_size: '文件分段的大小不对。请重新上传这个文件。',
  personal_data: '答复里有个人信息。来信人用不着的，请删去；一定要保留的，请写明理由再发。',
  file_gone: '有一个附件已经不在了（上传后 24 小时内没有提交的会删除）。请去掉它，或者重新上传后再提交。',
  file_used: '有一个附件已经随信提交过了。请刷新后查看；如要再次提交，请重新上传。',
  order_answered: '这份督办已经答复，正在等上级审核。退回之后才能再答复。',
  order_unanswered: '这份督办还没有答复，收到答复后才能认可或退回。',
  order_closed: '这份督办已经办结。如有新情况，请另发一份。',
  preview_too_large: '范围太大，一次预览算不完。请少选几个单位、缩短期间，或者直接生成，系统会分批汇总。',
  bulletin_unfinished: '这份通报还在汇总，完成后才能查看和下载。请过一两分钟再试。',
};

const en: Words = {
  unauthenticated: 'Please sign in first.',
  wrong_credentials: 'The e-mail address or the password is wrong. Try again, or ask your coordinator.',
  wrong_code: 'The code is wrong or has expired. Use the latest six digits of your authenticator.',
  origin_not_allowed:
    'This website is not registered. Its administrator can add its address on the “Embed” page of the console.',
  not_found: 'Not found. Check the letter number, the access key or the address.',
  taken_down:
    'This letter was published and then taken down. Its writer can still see it with the access key.',
  bad_request: 'A few things need changing; then send it again.',
  too_large: 'This is too much at once. Shorten it and send it again.',
  idempotency_key_missing: 'The Idempotency-Key header is missing (at least 128 random bits).',
  idempotency_mismatch:
    'This submission was already used for another letter. Reload the page and send again.',
  challenge_invalid: 'The security check did not pass. Please send again.',
  challenge_expired: 'The security check has expired. Please send again.',
  challenge_spent: 'This security check was used before. Please send again.',
  tenant_suspended:
    'This organisation takes no new letters at present. Your text is still here; telephone instead, or send it later.',
  contact_required: 'This body needs one way to reach you, so that it can tell you the result.',
  too_many_requests: 'Too many requests. Wait a moment and try again; what you wrote is still here.',
  too_many_webhooks: 'A body has ten webhooks at most. Remove one you no longer use first.',
  too_many_departments: 'A body has 200 departments at most.',
  too_many_templates: 'A body keeps 300 templates at most. Remove some that are not used first.',
  placeholder_left:
    'A gap 【待填】 of a template is still in the reply. Fill it in or remove it, then send again.',
  nothing_to_merge: 'Choose at least one department to merge, and not only the one that takes over.',
  letters_moved: 'Some of the chosen letters are no longer with this department. Reload and choose again.',
  deputies_overlap: 'There is a deputy for some of these days already. End that first, or choose other days.',
  not_an_officer: 'The deputy and the absent member must both be active officers of this body.',
  days_passed: 'The last day has passed, or comes before the first. Choose again.',
  password_too_common:
    'This password is too easy to guess. Avoid common words, runs of digits, and your own name or address.',
  already_member: 'This person has this role already. Change the departments in the list of members.',
  invitation_over:
    'This link no longer works: it was used, is older than seven days, or was replaced. Ask for a new one.',
  webhook_disabled: 'This webhook is disabled or gone. Enable it first, then send again.',
  conflict: 'This letter has just changed. Open it again and repeat the step; what you wrote is still here.',
  letter_changed:
    'This letter has changed since you opened it, so the step was not taken. See what changed first; what you wrote is still here.',
  filter_name_taken: 'You have a filter of this name already. Choose another name.',
  too_many_filters: 'Everybody keeps 20 filters at most. Remove one you no longer use first.',
  changed_meanwhile:
    'Somebody has just changed this. Reload and repeat the step; what you wrote is still here.',
  already_done: 'You have done this already.',
  name_taken: 'This name or number prefix is taken. Choose another.',
  spot_check_gathering: 'The list is still being made. Once it stands and the value is known, draw.',
  spot_check_lapsed:
    'The value was known before the list stood, so it can’t draw any more. Open another check and leave more time.',
  spot_check_empty:
    'No letter was answered in this time, so there is nothing to draw. Open another check with other days or another scope.',
  value_not_known_yet: 'The value isn’t known yet. Come back when it has been announced.',
  already_drawn: 'The sample has been drawn already, and it is drawn once. Reload to see it.',
  not_drawn: 'The sample hasn’t been drawn yet, so there is nothing to judge.',
  not_a_reviewer: 'Only the two reviewers of this check can judge its letters.',
  scoring_over: 'Both reviewers are done: the scores stand.',
  scoring_unfinished: 'The two reviewers aren’t both done yet. Come back when they are.',
  internal:
    'Something went wrong and it was not done. Try again later; if it fails again, tell us the request number below.',
  forbidden: 'Your role cannot do this. Ask your coordinator.',
  not_yours: 'Not found. Check the letter number.',
  wrong_status: 'The letter’s present status does not allow this. Reload to see where it stands.',
  unknown_department: 'There is no such department. Choose another.',
  same_department: 'The letter is with this department already. Choose another.',
  same_tenant: 'The letter is with this organisation already. Choose another.',
  handed_over: 'This letter was handed over to another organisation. Here it can only be read.',
  transfer_first: 'This letter can still be transferred. Use “Transfer” to hand it to another organisation.',
  unknown_tenant: 'There is no such organisation. Search again and choose one from the list.',
  already_accepted: 'This letter has been accepted already.',
  ask_first: 'Ask the writer first; only then can a letter be declined as unclear.',
  too_many_transfers: 'This letter was transferred twice; only the coordinator can assign it now.',
  forced_assignment: 'The coordinator assigned this letter for good; it cannot be passed on or objected to.',
  objection_too_late: 'The time to object (5 working days after it arrived) has passed.',
  already_objected: 'An objection is open; the coordinator will decide.',
  outcome_missing: 'A final reply needs an outcome.',
  promise_date_missing: 'A planned matter needs the date by which it will be done.',
  promise_date_past: 'The promised date must lie after today.',
  reply_pending: 'A reply is waiting for sign-off already.',
  no_draft: 'No reply is waiting for sign-off.',
  own_draft: 'Somebody else has to sign off your reply.',
  already_extended: 'This letter was extended once and cannot be extended again.',
  extension_too_long: 'An extension is 15 working days at most.',
  deadline_passed: 'The deadline has passed and cannot be extended. Please reply, and say why it is late.',
  no_consent: 'The writer did not agree to publication.',
  nothing_to_publish: 'A letter can be published after its final reply or decline.',
  not_published: 'This letter is not published.',
  already_published: 'This letter is published already; use “take down” to remove it.',
  no_promise: 'This letter has no open promise.',
  not_reopened: 'This letter was not reopened.',
  already_contacted: 'The contact with the writer is on record already.',
  already_rated: 'You have rated this reply; a rating cannot be changed.',
  not_rateable: 'It cannot be rated now: rate after the final reply and before the letter closes.',
  already_replied: 'The letter has been answered, so this is no longer possible. Reload to read the answer.',
  merge_target:
    'It cannot be merged into that letter: it does not exist, is the same, or was withdrawn or declined.',
  has_merged:
    'Other letters were merged into this one, so it cannot be merged itself. Merge them all into one.',
  waited_enough:
    'The writer has been waited for long enough (10 working days a round). Answer with what is known.',
  unchanged: 'It is like this already; nothing changed.',
  already_erased: 'The letter’s content has been erased.',
  still_open: 'The letter is still being handled; its content can be erased after it is closed.',
  file_type:
    'Only photos (JPEG, PNG, WebP) and PDF documents can be added. Choose one of these, or take a photo of it.',
  file_too_large: 'This file is larger than 10 MB. Choose a smaller photo, or add the document in parts.',
  file_too_small:
    'This file is nearly empty; it may not have been saved. Open it to see, and choose it again.',
  file_incomplete:
    'The file did not arrive whole, or is damaged. Send it once more; if that fails, use another copy or take a photo.',
  image_too_large:
    'This picture is too large (12,000 pixels a side at most). Make it smaller and add it again.',
  pdf_active:
    'This PDF holds scripts, forms or other content that acts by itself. Use “Print to PDF” to save a plain copy, or take a photo.',
  pdf_encrypted:
    'This PDF has a password or restrictions and could not be opened. Save a copy without them, or take a photo.',
  scan_refused: 'The safety check found that this file may hold a virus. Use another copy, or take a photo.',
  scan_unavailable:
    'The safety check does not answer at present. The file has arrived; try again later, or send the text first and add the file afterwards.',
  part_size: 'A part of the file has the wrong size. Upload this file again.',
  personal_data:
    'There is personal data in this reply. Take out what the writer does not need; of what must stay, say why, then send.',
  file_gone:
    'A file is no longer there (files not sent within 24 hours are removed). Leave it out, or upload it again, and send.',
  file_used: 'A file was sent with a letter already. Reload to see it; to send it again, upload it again.',
  order_answered:
    'This order has been answered and waits for the centre. It can be answered again after it is sent back.',
  order_unanswered: 'This order has not been answered yet; it can be accepted or sent back after that.',
  order_closed: 'This order is closed. If there is more to say, issue another one.',
  preview_too_large:
    'This is too much for a preview. Choose fewer tenants or a shorter period, or make the bulletin: it is then put together in parts.',
  bulletin_unfinished:
    'This bulletin is still being put together. It can be read and downloaded in a minute or two.',
};

export const problemWords: Record<Lang, Words> = { 'zh-CN': zh, en };
