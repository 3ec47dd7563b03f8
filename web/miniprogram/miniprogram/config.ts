/** What a utility fills in. The appid stands in `project.config.json`, as WeChat's own tools want it. */

/** Where residents reach the hall: https, without a stroke at the end. WeChat opens it only once it is registered. */
export const HALL = 'https://hall.example.com';

/** The hotline, for when nothing else works. */
export const HOTLINE = '96968';
