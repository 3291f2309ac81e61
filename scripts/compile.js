/** Compiles the sources as the compiler does, with templates and styles that carry no layout: that is for readers of the sources. */
import ts from 'typescript';
import { compactMarkup, compactStyles } from './template-layout.js';

/** @typedef {(strings: readonly string[]) => readonly string[]} Compaction */

/** @type {Readonly<Record<string, Compaction>>} */
const COMPACTIONS = {
  html: compactMarkup,
  svg: compactMarkup,
  css: (strings) => (strings.length === 1 ? strings.map(compactStyles) : strings),
};

/**
 * Writes modules, types and maps, unless something is wrong: then it prints what.
 * @param {string} configuration path of a tsconfig.json
 * @param {ts.CompilerOptions} [options] override those of the file
 * @returns {boolean} whether nothing was wrong
 */
export function compile(configuration, options) {
  /** @type {ts.Diagnostic[]} */
  const problems = [];
  const settings = ts.getParsedCommandLineOfConfigFile(configuration, options, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => problems.push(problem),
  });
  if (settings !== undefined) {
    const program = ts.createProgram(settings.fileNames, settings.options);
    const { diagnostics } = program.emit(undefined, undefined, undefined, false, { before: [compactTemplates] });
    problems.push(...settings.errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics);
  }
  report(ts.sortAndDeduplicateDiagnostics(problems));
  return problems.length === 0;
}

/** @type {ts.TransformerFactory<ts.SourceFile>} */
function compactTemplates(context) {
  const { factory } = context;

  /** @param {ts.Node} node @returns {ts.Node} */
  const visit = (node) => {
    const inner = ts.visitEachChild(node, visit, context);
    if (!ts.isTaggedTemplateExpression(inner) || !ts.isIdentifier(inner.tag)) return inner;
    const compaction = COMPACTIONS[inner.tag.text];
    if (compaction === undefined) return inner;
    return factory.updateTaggedTemplateExpression(inner, inner.tag, undefined, compacted(inner.template, compaction));
  };

  /** @param {ts.TemplateLiteral} template @param {Compaction} compaction */
  const compacted = (template, compaction) => {
    const literals = ts.isTemplateExpression(template)
      ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
      : [template];
    const [first = '', ...others] = compaction(literals.map(({ text }) => text));
    if (!ts.isTemplateExpression(template)) return factory.createNoSubstitutionTemplateLiteral(first, raw(first));
    const spans = template.templateSpans.map((span, index) => {
      const text = others[index] ?? '';
      const literal = ts.isTemplateTail(span.literal)
        ? factory.createTemplateTail(text, raw(text))
        : factory.createTemplateMiddle(text, raw(text));
      return factory.updateTemplateSpan(span, span.expression, literal);
    });
    return factory.updateTemplateExpression(template, factory.createTemplateHead(first, raw(first)), spans);
  };

  return (file) => ts.visitEachChild(file, visit, context);
}

/**
 * A text as it is written between backticks.
 * @param {string} text
 */
function raw(text) {
  return text.replace(/[\\`]|\$(?=\{)/g, String.raw`\$&`);
}

/** @param {readonly ts.Diagnostic[]} problems */
function report(problems) {
  if (problems.length === 0) return;
  console.error(
    ts.formatDiagnosticsWithColorAndContext(problems, {
      getCurrentDirectory: ts.sys.getCurrentDirectory,
      getCanonicalFileName: (file) => file,
      getNewLine: () => ts.sys.newLine,
    }),
  );
}
