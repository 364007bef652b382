import { InputRule, inputRules } from 'prosemirror-inputrules';

import { formOf, type LineForm, schema } from './schema';

/** What a person types at the start of a line to give it a form. */
const forms: readonly (readonly [RegExp, LineForm])[] = [
  [/^# $/, { header: 1 }],
  [/^## $/, { header: 2 }],
  [/^[-*] $/, { list: 'bullet' }],
  [/^1[.)] $/, { list: 'ordered' }],
];

/** « # », « - », « 1. » and a space, at the start of a plain line; Backspace takes it back. */
export const shortcuts = inputRules({
  rules: forms.map(
    ([sign, { header, list }]) =>
      new InputRule(sign, (state, _match, start, end) => {
        const line = state.doc.resolve(start);
        if (line.parent.type !== schema.nodes.line || Object.keys(formOf(line.parent.attrs)).length > 0)
          return null;
        return state.tr
          .delete(start, end)
          .setNodeMarkup(line.before(1), undefined, { header: header ?? null, list: list ?? null });
      }),
  ),
});
