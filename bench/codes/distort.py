"""What happens to a code between the wall and the phone: each a function from a photograph's grey pixels to others.

A scene is the card with its quiet zone on a wall of middle grey, and the card half as wide as the frame. The phone stays where it is:
4 pixels a millimetre, so that a larger print has more pixels, and a shaking hand or a bad lens spreads over fewer of its modules."""
import enum

import cv2
import numpy

PIXELS_A_MM = 4


class Claim(enum.Enum):
    MUST = "must"
    """docs/reliability: every code."""
    ASKED = "asked"
    """Harder than that, and still something that can be read in principle."""
    BEYOND = "beyond"
    """More of the symbol is gone than level H restores, or a corner by which it is found: here the kinds are told apart, no more."""


def scene(card, width, part=0.5, wall=110):
    """`card`: the drawing; `width`: millimetres on paper; `part`: of the frame's side that it takes."""
    frame = 2 * width * PIXELS_A_MM
    side = int(frame * part)
    small = cv2.resize(card, (side, side), interpolation=cv2.INTER_AREA)
    out = numpy.full((frame, frame), wall, numpy.uint8)
    at = (frame - side) // 2
    out[at : at + side, at : at + side] = small
    return out


def turned(image, angle):
    frame = len(image)
    matrix = cv2.getRotationMatrix2D((frame / 2, frame / 2), angle, 1)
    return cv2.warpAffine(image, matrix, (frame, frame), borderValue=110)


def tilted(image, much, way):
    """`much`: how far two corners come together, as a part of the side; `way`: which side is far."""
    frame = len(image)
    low, high = frame * 0.2, frame * 0.8
    box = numpy.float32([[low, low], [high, low], [high, high], [low, high]])
    near = box.copy()
    pull = (high - low) * much / 2
    first, second = [(0, 1), (1, 2), (2, 3), (3, 0)][way]
    axis = 0 if way % 2 == 0 else 1
    order = 1 if near[first][axis] < near[second][axis] else -1
    near[first][axis] += order * pull
    near[second][axis] -= order * pull
    return cv2.warpPerspective(image, cv2.getPerspectiveTransform(box, near), (frame, frame), borderValue=110)


def blurred(image, size):
    return cv2.GaussianBlur(image, (size, size), 0)


def shaken(image, length, angle):
    kernel = numpy.zeros((length, length), numpy.float32)
    kernel[length // 2] = 1
    kernel = cv2.warpAffine(kernel, cv2.getRotationMatrix2D((length / 2 - 0.5, length / 2 - 0.5), angle, 1), (length, length))
    return cv2.filter2D(image, -1, kernel / kernel.sum())


def darkened(image, light, noise, seed):
    dice = numpy.random.default_rng(seed)
    return numpy.clip(image * light + dice.normal(0, noise, image.shape), 0, 255).astype(numpy.uint8)


def glare(image, radius, x, y):
    frame = len(image)
    rows, columns = numpy.mgrid[0:frame, 0:frame]
    light = numpy.exp(-((columns - x * frame) ** 2 + (rows - y * frame) ** 2) / (2 * (radius * frame) ** 2)) * 330
    return numpy.clip(image + light, 0, 255).astype(numpy.uint8)


def covered(image, area, x, y, part=0.5):
    """A blot over that share of the card, its middle at (x, y) of the card."""
    out, card = image.copy(), len(image) * part
    half = card * area**0.5 / 2
    middle = (len(image) - card) / 2 + numpy.array([x, y]) * card
    low, high = (middle - half).astype(int), (middle + half).astype(int)
    out[low[1] : high[1], low[0] : high[0]] = 60
    return out


def jpeg(image, quality):
    return cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)


def shadow(image, edge, light):
    out = image.astype(float)
    out[:, : int(len(image) * edge)] *= light
    return out.astype(numpy.uint8)


def all_of():
    """(name, claim, (card, width) → photograph)."""
    must, asked, beyond = Claim
    found = [("as printed", must, scene)]
    within = lambda inside, rest=asked: must if inside else rest
    add = lambda name, claim, change: found.append((name, claim, change))
    on = lambda name, claim, change: add(name, claim, lambda card, width: change(scene(card, width)))
    for part in (0.9, 0.7, 0.4, 0.3, 0.25, 0.2, 0.15, 0.12):
        add(f"card {part:.0%} of the frame", within(part >= 0.15), lambda card, width, part=part: scene(card, width, part))
    for angle in (10, 30, 45, 90, 137, 180, 225, 300):
        on(f"turned {angle}°", must, lambda image, angle=angle: turned(image, angle))
    for much in (0.1, 0.2, 0.3, 0.45, 0.6):
        for way in (0, 1):
            on(f"tilted {much} {'up' if way == 0 else 'aside'}", within(much <= 0.3), lambda image, m=much, w=way: tilted(image, m, w))
    for size in (3, 5, 7, 9, 11, 15, 19, 25):
        on(f"blurred {size} px", within(size <= 11), lambda image, size=size: blurred(image, size))
    for length in (5, 9, 13):
        for angle in (0, 45):
            on(f"shaken {length} px at {angle}°", asked, lambda image, l=length, a=angle: shaken(image, l, a))
    for light in (0.6, 0.4, 0.25, 0.15, 0.08):
        on(f"light {light:.0%}, noise", within(light >= 0.15), lambda image, light=light: darkened(image, light, 3, 7))
    for noise in (10, 25, 45):
        on(f"noise {noise}", asked, lambda image, noise=noise: darkened(image, 0.8, noise, 8))
    # The third burns a finder pattern out, the fourth two fifths of the card.
    for radius, x, y, claim in ((0.06, 0.5, 0.5, asked), (0.1, 0.5, 0.5, asked), (0.06, 0.35, 0.35, beyond), (0.14, 0.6, 0.6, beyond)):
        on(f"glare {radius} at {x}, {y}", claim, lambda image, r=radius, x=x, y=y: glare(image, r, x, y))
    # Level H restores 8 of the 25 words in each of its four blocks. A blot of 12 % breaks 8 to 11 in the worst block, by the address.
    for area, claim in ((0.02, must), (0.05, must), (0.08, asked), (0.12, beyond), (0.16, beyond)):
        for x, y in ((0.5, 0.5), (0.62, 0.55)):
            on(f"covered {area:.0%} at {x}, {y}", claim, lambda image, a=area, x=x, y=y: covered(image, a, x, y))
    for quality in (60, 30, 15, 8):
        on(f"JPEG {quality}", within(quality >= 30), lambda image, quality=quality: jpeg(image, quality))
    for edge, light in ((0.5, 0.5), (0.4, 0.3)):
        on(f"shadow {light:.0%} over {edge:.0%}", asked, lambda image, e=edge, l=light: shadow(image, e, l))
    for wall in (0, 255):
        add(f"wall {wall}", must, lambda card, width, wall=wall: scene(card, width, 0.5, wall))
    add("far and blurred", asked, lambda card, width: blurred(scene(card, width, 0.25), 5))
    on("turned, tilted, blurred", asked, lambda image: blurred(tilted(turned(image, 20), 0.25, 0), 5))
    return found
