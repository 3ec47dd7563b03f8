/** What WeChat says of each template that it asked for. */
export type Answered = Record<string, string>;

/** Which of them somebody agreed to. Whatever is not agreed to is refused, also where WeChat has barred the template. */
export function accepted(templates: string[], answered: Answered): { accepted: string[]; refused: string[] } {
  const agreed = (template: string) => answered[template] === 'accept';
  return {
    accepted: templates.filter(agreed),
    refused: templates.filter((template) => !agreed(template)),
  };
}
